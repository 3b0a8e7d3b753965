import { and, gte, isNull, lte, or } from 'drizzle-orm';
import { regions } from '~/db/schema.server';
import type { Day } from '~/lib/clock';

/** True of an area that is there on that day of Japan. An area without days has always been there. */
export function validOn(day: Day) {
  return and(
    or(isNull(regions.validFrom), lte(regions.validFrom, day)),
    or(isNull(regions.validUntil), gte(regions.validUntil, day)),
  );
}
