import { eq } from 'drizzle-orm';
import { people } from '~/db/schema.server';
import { openStore } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { resetSecondFactor } from '~/domain/entry/reset-second-factor.server';
import { now } from '~/lib/clock';
import { readEnv } from '~/lib/env.server';

// For somebody who lost her authenticator and her recovery codes, the last operator included. Who may
// run this may read the database as well: recognise her by other means first.

const number = (process.argv[2] ?? '').normalize('NFKC').replace(/\D/g, '');
const store = openStore(readEnv().DATABASE_PATH);
try {
  const [person] = await store.read
    .select({ id: people.id })
    .from(people)
    .where(eq(people.number, number));
  if (!person) throw new Error('nobody has this 受講番号. npm run second-factor:reset -- <number>');
  const { removed } = await store.tx(async (db) => {
    const about = { actorId: null, subjectKind: 'person', subjectId: person.id };
    await recordAudit(db, { at: now(), action: 'second-factor.reset', ...about });
    return resetSecondFactor(db, { personId: person.id });
  });
  console.log(`${removed} removed, and signed out everywhere. Her next sign-in sets up a new one.`);
} catch (error) {
  console.error(`Nothing was changed: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  store.close();
}
