import { addDays, type Day } from './clock';

/** How long a window's facts may stand before somebody looks at its own page again. */
export const CHECK_EVERY_DAYS = 180;

/** Whether it was last looked at too long ago: on the day the limit falls on it is still fresh. */
export function isStale(
  { lastChecked, checkEveryDays }: { lastChecked: Day; checkEveryDays: number },
  today: Day,
): boolean {
  return addDays(lastChecked, checkEveryDays) < today;
}

type Shown = {
  validFrom: Day | null;
  validUntil: Day | null;
  /** Null for what is there all year; weeks outside of which it is not. Both days belong to them. */
  periods?: readonly { from: Day; to: Day }[] | null;
};

/** Whether readers are shown it that day: it is valid, and where it is only there for some weeks, in them. */
export function isShownOn({ validFrom, validUntil, periods }: Shown, today: Day): boolean {
  if (validFrom && today < validFrom) return false;
  if (validUntil && validUntil < today) return false;
  return !periods || periods.some(({ from, to }) => from <= today && today <= to);
}

/** A window of some weeks of the year, of which no week that is still to come is known. */
export function lacksPeriods({ periods }: Pick<Shown, 'periods'>, today: Day): boolean {
  return Array.isArray(periods) && !periods.some(({ to }) => today <= to);
}
