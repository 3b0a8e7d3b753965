import { peopleApart } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import type { PersonRow } from './person-columns.server';

export type SetPeopleApart = {
  one: Authorised<PersonRow>;
  other: Authorised<PersonRow>;
  decidedBy: string;
  at: Date;
};

/** Remembers that two records are of two people, so that nobody is asked again. */
export async function setPeopleApart(db: Db, input: SetPeopleApart): Promise<void> {
  const { one, other, decidedBy, at } = input;
  const [firstId, secondId] = [one.id, other.id].sort() as [string, string];
  if (firstId === secondId) return;
  await db
    .insert(peopleApart)
    .values({ firstId, secondId, decidedBy, decidedAt: at })
    .onConflictDoNothing();
}
