import { eq } from 'drizzle-orm';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import { foldText } from '~/lib/japanese';
import type { PersonRow } from './person-columns.server';

export type CorrectPerson = {
  /** Read with `enrolledOnly`: an office mends what it wrote itself. */
  person: Authorised<PersonRow>;
  /** Exactly as typed. */
  name: string;
  /** Full-width katakana. */
  kana: string;
};

/** Mends a name or its reading. Says which of them are new; what was printed before stays as it was printed. */
export async function correctPerson(
  db: Db,
  { person, name, kana }: CorrectPerson,
): Promise<('name' | 'kana')[]> {
  const changed = [
    ...(name === person.name ? [] : ['name' as const]),
    ...(kana === person.kana ? [] : ['kana' as const]),
  ];
  if (changed.length === 0) return changed;
  await db
    .update(people)
    .set({ name, kana, kanaKey: foldText(kana) })
    .where(eq(people.id, person.id));
  return changed;
}
