import type { Db } from '~/db/store.server';
import { findPerson } from '~/domain/people/find-person.server';
import { demoAccounts } from './demo-accounts';

/** One of the people whose sign-ins everybody knows: what leads to her is not changed, so that the next visitor gets in too. */
export async function isDemoAccount(db: Db, { personId }: { personId: string }): Promise<boolean> {
  const person = await findPerson(db, { id: personId });
  return (
    person !== null &&
    person.demo &&
    demoAccounts.some(({ identifier }) => identifier === person.emailKey)
  );
}
