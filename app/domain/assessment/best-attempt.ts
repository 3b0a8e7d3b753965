import { rightShareOf, type Graded } from './right-share-of';

/** The attempt with the highest share; of equals the earlier one. Attempts are never added together. */
export function bestAttempt<T extends Graded>(attempts: T[]): T | null {
  let best: T | null = null;
  for (const attempt of attempts) {
    if (!best || rightShareOf(attempt) > rightShareOf(best)) best = attempt;
  }
  return best;
}
