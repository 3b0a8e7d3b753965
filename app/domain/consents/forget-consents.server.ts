import { inArray } from 'drizzle-orm';
import { consents } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** For somebody who is erased: whom she agreed to tell her name has no meaning without it. */
export async function forgetConsents(
  db: Db,
  { personIds }: { personIds: readonly string[] },
): Promise<void> {
  await db.delete(consents).where(inArray(consents.personId, [...personIds]));
}
