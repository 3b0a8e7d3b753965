/** Sends a form once, however often its button is pressed: what it asks for is good for one use. */
export default function sendOnce(element: HTMLElement): void {
  let isSent = false;
  element.addEventListener('submit', (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  const begin = () => {
    isSent = false;
  };
  // Coming back by the browser's own button, the page is as it was left; so it is where nothing was sent.
  window.addEventListener('pageshow', begin);
  document.addEventListener('not-sent', begin);
}
