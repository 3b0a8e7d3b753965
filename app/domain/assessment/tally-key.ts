/** A question's id is its own only within its lesson. */
export function tallyKey(lessonId: string, questionId: string): string {
  return `${lessonId}/${questionId}`;
}
