import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { newId } from '~/lib/id.server';

/** A learner without an account: a row with nothing in it that says who she is. */
export async function beginGuest(db: Db, { at }: { at: Date }): Promise<{ id: string }> {
  const id = newId(at);
  await db.insert(people).values({ id, createdAt: at });
  return { id };
}
