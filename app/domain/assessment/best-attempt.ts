type Graded = { correctCount: number | null; questionCount: number };

/** Share of questions right, 0 to 1. */
export function rightShareOf({ correctCount, questionCount }: Graded): number {
  return questionCount === 0 ? 1 : (correctCount ?? 0) / questionCount;
}

/** The attempt with the highest share; of equals the earlier one. Attempts are never added together. */
export function bestAttempt<T extends Graded>(attempts: T[]): T | null {
  let best: T | null = null;
  for (const attempt of attempts) {
    if (!best || rightShareOf(attempt) > rightShareOf(best)) best = attempt;
  }
  return best;
}
