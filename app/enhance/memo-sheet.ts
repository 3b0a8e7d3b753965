/** Lets the fields grow with what is written, so that paper shows all of it, and empties them at once when asked. */
export default function memoSheet(root: HTMLElement): void {
  const fields = root.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input');
  const clear = root.querySelector<HTMLButtonElement>('[data-memo-clear]');
  const status = root.querySelector<HTMLElement>('[data-memo-status]');

  function fit(field: HTMLTextAreaElement | HTMLInputElement) {
    if (!(field instanceof HTMLTextAreaElement)) return;
    const frame = field.offsetHeight - field.clientHeight;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + frame}px`;
  }

  for (const field of fields) {
    field.addEventListener('input', () => {
      fit(field);
      if (status) status.textContent = '';
    });
  }
  clear?.addEventListener('click', () => {
    for (const field of fields) {
      field.value = '';
      field.style.height = '';
    }
    if (status) status.textContent = status.dataset.cleared ?? '';
    fields[0]?.focus();
  });
  if (clear) clear.hidden = false;
}
