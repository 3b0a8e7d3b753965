/** A check box that shows what is typed into the password field named by `data-for`. Hidden until script runs. */
export default function showPassword(element: HTMLElement): void {
  const field = document.getElementById(element.dataset.for ?? '');
  const box = element.querySelector<HTMLInputElement>('input[type="checkbox"]');
  if (!(field instanceof HTMLInputElement) || !box) return;
  element.hidden = false;
  const show = () => {
    field.type = box.checked ? 'text' : 'password';
  };
  box.addEventListener('change', show);
  // Sent as a password, so that the browser does not remember it as text.
  field.form?.addEventListener('submit', () => {
    field.type = 'password';
  });
  show();
}
