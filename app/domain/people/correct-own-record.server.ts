import { and, eq, isNull } from 'drizzle-orm';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { foldText } from '~/lib/japanese';
import { foldEmail } from './fold-email';
import type { Profile } from './register-person.server';

export type CorrectOwnRecord = Profile & { personId: string };

/**
 * Writes down what she says of herself now, and answers which columns are new. Completions and
 * certificates keep what was true on their day.
 */
export async function correctOwnRecord(
  db: Db,
  { personId, ...profile }: CorrectOwnRecord,
): Promise<(keyof Profile)[]> {
  const isHers = and(eq(people.id, personId), isNull(people.erasedAt));
  const [before] = await db.select().from(people).where(isHers);
  if (!before) return [];
  const columns = Object.keys(profile) as (keyof Profile)[];
  const changed = columns.filter((column) => profile[column] !== before[column]);
  if (changed.length === 0) return [];
  await db
    .update(people)
    .set({
      ...profile,
      kanaKey: foldText(profile.kana),
      emailKey: profile.email ? foldEmail(profile.email) : null,
    })
    .where(isHers);
  return changed;
}
