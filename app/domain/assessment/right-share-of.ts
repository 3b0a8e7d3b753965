export type Graded = { correctCount: number | null; questionCount: number };

/** Share of questions right, 0 to 1. */
export function rightShareOf({ correctCount, questionCount }: Graded): number {
  return questionCount === 0 ? 1 : (correctCount ?? 0) / questionCount;
}
