const MINUTE_MS = 60_000;

/** How long a job rests after its first, second … failed try. After the last it is given up. */
const RESTS_MS = [1, 5, 30, 120, 480].map((minutes) => minutes * MINUTE_MS);

/** When a job that has been tried `tries` times may be tried again; null when it is given up. */
export function nextTry(tries: number, at: Date): Date | null {
  const rest = RESTS_MS[tries - 1];
  return rest === undefined ? null : new Date(at.getTime() + rest);
}
