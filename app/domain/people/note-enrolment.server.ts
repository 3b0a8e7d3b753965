import { eq } from 'drizzle-orm';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type NoteEnrolment = { personId: string; birthYear: number | null; areaCode: string };

/** Says of an account that was just made which office made it for her. */
export async function noteEnrolment(
  db: Db,
  { personId, birthYear, areaCode }: NoteEnrolment,
): Promise<void> {
  await db
    .update(people)
    .set({ birthYear, enrolledAreaCode: areaCode })
    .where(eq(people.id, personId));
}
