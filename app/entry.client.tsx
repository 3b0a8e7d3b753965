/**
 * The browser's part. Pages are complete documents; this finds the elements that ask for more
 * by `data-enhance` and loads the piece of that name, and says by `data-enhanced` where it has begun.
 * Nothing here is needed to read or to answer.
 */
type Enhance = { default: (element: HTMLElement) => void };

const pieces = import.meta.glob<Enhance>('./enhance/*.ts');

for (const element of document.querySelectorAll<HTMLElement>('[data-enhance]')) {
  const load = pieces[`./enhance/${element.dataset.enhance}.ts`];
  if (load) {
    void load().then((piece) => {
      piece.default(element);
      element.dataset.enhanced = '';
    });
  }
}
