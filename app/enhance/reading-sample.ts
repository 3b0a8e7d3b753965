/** Shows in the sample what is chosen in the form around it, before it is kept. */
export default function readingSample(form: HTMLElement): void {
  const sample = form.querySelector<HTMLElement>('.reading-sample');
  if (!sample) return;
  const hint = form.querySelector<HTMLElement>('[data-live]');
  if (hint) hint.textContent = hint.dataset.live ?? '';
  const show = () => {
    for (const input of form.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked')) {
      sample.setAttribute(`data-${input.name}`, input.value);
    }
  };
  form.addEventListener('change', show);
  // Coming back by the browser's own button, the form may hold another choice than was sent.
  window.addEventListener('pageshow', show);
  show();
}
