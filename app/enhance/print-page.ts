/** Prints the page. Hidden until script runs, as only script can. */
export default function printPage(element: HTMLElement): void {
  element.hidden = false;
  element.addEventListener('click', () => window.print());
}
