/** Moves the focus to what has just appeared, such as the summary of what to mend. */
export default function takeFocus(element: HTMLElement): void {
  element.focus();
}
