/** Shows an answer in the fields of one question, whatever stands before their names. */
export function fillQuestion(fields: HTMLElement, response: string[]): void {
  for (const input of fields.querySelectorAll<HTMLInputElement>('input[name$="option"]')) {
    input.checked = response.includes(input.value);
  }
  for (const select of fields.querySelectorAll<HTMLSelectElement>('select')) {
    select.value = String(response.indexOf(select.name.replace(/^.*place-/, '')) + 1);
  }
  fields.querySelector('[data-enhance="order-question"]')?.dispatchEvent(new Event('places'));
}
