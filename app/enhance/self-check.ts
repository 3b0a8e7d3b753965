/**
 * Turns the scale of each question into buttons, of which one at most is pressed, and adds up. The answers
 * live in the page alone: no field, no name, nothing kept, nothing sent.
 */
export default function selfCheck(root: HTMLElement): void {
  const scales = [...root.querySelectorAll<HTMLElement>('.self-check-scale')];
  const sum = root.querySelector<HTMLElement>('.self-check-sum');
  const clear = root.querySelector<HTMLElement>('.self-check-clear');
  if (!sum || !clear) return;
  const pressedIn = (scale: HTMLElement) =>
    scale.querySelector<HTMLElement>('[aria-pressed="true"]');
  const all = () => scales.map(pressedIn);

  function tell() {
    const values = all().map((pressed) => Number(pressed?.dataset.value ?? 0));
    const isWhole = values.every((value) => value > 0);
    const words = isWhole
      ? (root.dataset.sum ?? '').replace('{sum}', String(values.reduce((a, b) => a + b, 0)))
      : '';
    if (sum && sum.textContent !== words) sum.textContent = words;
    if (clear) clear.hidden = values.every((value) => value === 0);
  }

  for (const scale of scales) {
    scale.setAttribute('role', 'group');
    for (const item of scale.querySelectorAll<HTMLElement>('[data-value]')) {
      item.setAttribute('role', 'presentation');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'tool';
      button.dataset.value = item.dataset.value;
      button.setAttribute('aria-pressed', 'false');
      button.append(...item.childNodes);
      button.addEventListener('click', () => {
        const before = pressedIn(scale);
        before?.setAttribute('aria-pressed', 'false');
        if (before !== button) button.setAttribute('aria-pressed', 'true');
        tell();
      });
      item.append(button);
    }
  }
  clear.querySelector('button')?.addEventListener('click', () => {
    for (const pressed of all()) pressed?.setAttribute('aria-pressed', 'false');
    tell();
    scales[0]?.querySelector('button')?.focus();
  });
  sum.textContent = '';
  tell();
}
