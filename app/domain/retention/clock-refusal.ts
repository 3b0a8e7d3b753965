const DAY_MS = 24 * 60 * 60 * 1000;

/** A night is left out now and then; a clock that is put right steps back by less than a day. */
const AHEAD_DAYS = 40;
const BEHIND_DAYS = 1;

/**
 * Why the clock is not to be believed: more than 40 days after the last thing known, or more than a
 * day before it. A wrong clock would make everybody seem idle. Null when it may be believed, also
 * where nothing is known.
 */
export function clockRefusal({
  at,
  lastKnown,
}: {
  at: Date;
  lastKnown: Date | null;
}): 'ahead' | 'behind' | null {
  if (!lastKnown) return null;
  const days = (at.getTime() - lastKnown.getTime()) / DAY_MS;
  if (days > AHEAD_DAYS) return 'ahead';
  return days < -BEHIND_DAYS ? 'behind' : null;
}
