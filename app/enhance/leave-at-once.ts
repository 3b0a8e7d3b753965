/** Leaves without a way back: the page is replaced, so that the back button does not show it again. */
export default function leaveAtOnce(element: HTMLElement): void {
  element.addEventListener('click', (event) => {
    event.preventDefault();
    document.body.hidden = true;
    window.location.replace(element.getAttribute('href') ?? '/leave');
  });
}
