/**
 * Turns the places beside each item into buttons that move it up and down. The places stay in the
 * form, out of sight, and say the order that is seen. The focus stays on the button that was
 * pressed, and the move is announced.
 */
export default function orderQuestion(root: HTMLElement): void {
  const list = root.querySelector('ol');
  if (!list) return;
  const live = document.createElement('p');
  live.className = 'sr-only';
  live.setAttribute('aria-live', 'polite');
  root.append(live);

  const items = () => [...list.querySelectorAll<HTMLElement>('li')];
  const selectOf = (item: HTMLElement) => item.querySelector('select');
  const words = (name: string, option: string, place = 0) =>
    (root.getAttribute(`data-${name}`) ?? '')
      .replace('{option}', option)
      .replace('{place}', String(place));

  function number() {
    const all = items();
    all.forEach((item, i) => {
      const select = selectOf(item);
      if (select) select.value = String(i + 1);
      const place = item.querySelector('.order-number');
      if (place) place.textContent = words('place', '', i + 1);
      item.querySelector('[data-step="-1"]')?.setAttribute('aria-disabled', String(i === 0));
      item
        .querySelector('[data-step="1"]')
        ?.setAttribute('aria-disabled', String(i === all.length - 1));
    });
  }

  function move(item: HTMLElement, step: -1 | 1, button: HTMLElement) {
    const neighbour = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!neighbour) return;
    if (step < 0) neighbour.before(item);
    else neighbour.after(item);
    number();
    button.focus();
    const place = items().indexOf(item) + 1;
    live.textContent = words('moved', item.dataset.text ?? '', place);
    selectOf(item)?.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function button(item: HTMLElement, step: -1 | 1) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'order-move';
    made.dataset.step = String(step);
    made.textContent = step < 0 ? '↑' : '↓';
    made.setAttribute('aria-label', words(step < 0 ? 'up' : 'down', item.dataset.text ?? ''));
    made.addEventListener('click', () => move(item, step, made));
    return made;
  }

  function sort() {
    const rank = (item: HTMLElement) => Number(selectOf(item)?.value || 0);
    list?.append(...items().sort((a, b) => rank(a) - rank(b)));
    number();
  }

  for (const item of items()) {
    const select = selectOf(item);
    if (select) select.hidden = true;
    const place = document.createElement('span');
    place.className = 'order-number';
    item.querySelector('.order-place')?.append(place);
    const moves = document.createElement('span');
    moves.className = 'order-moves';
    moves.append(button(item, -1), button(item, 1));
    item.append(moves);
  }
  sort();
  root.addEventListener('places', sort);
}
