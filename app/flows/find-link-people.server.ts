import type { Db } from '~/db/store.server';
import type { OneTimeToken } from '~/domain/entry/find-one-time-token.server';
import { findPeopleOfEmail, type PersonOfEmail } from '~/domain/people/find-people-of-email.server';
import { findKeptPersonId } from '~/domain/people/find-kept-person-id.server';

/** Who may come in by this link: those whose mail comes to where it was sent, each once however many records she has. */
export async function findLinkPeople(
  db: Db,
  { detail: { emailKey } }: Pick<OneTimeToken, 'detail'>,
): Promise<PersonOfEmail[]> {
  if (typeof emailKey !== 'string') return [];
  const found = await findPeopleOfEmail(db, { emailKey });
  const byKept = new Map<string, PersonOfEmail>();
  for (const person of found) {
    const kept = await findKeptPersonId(db, { id: person.id });
    if (kept === person.id || !byKept.has(kept)) byKept.set(kept, person);
  }
  return [...byKept.values()];
}
