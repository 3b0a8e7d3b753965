export type Asked = { id: string; values: readonly number[] };

/** What was chosen of what was asked. What was left out, or is no answer to it, is absent. */
export function readAnswers(form: FormData, asked: readonly Asked[]): Record<string, number> {
  const answers: Record<string, number> = {};
  for (const { id, values } of asked) {
    const value = values.find((one) => String(one) === form.get(`q-${id}`));
    if (value !== undefined) answers[id] = value;
  }
  return answers;
}
