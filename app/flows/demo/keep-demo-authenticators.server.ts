import type { AppLoadContext } from '@remix-run/node';
import { and, eq, inArray } from 'drizzle-orm';
import { openTotpSecret, sealTotpSecret } from '~/auth/totp-secret.server';
import { authenticators, people } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { keepAuthenticator } from '~/domain/entry/keep-authenticator.server';
import { demoAccounts, DEMO_TOTP_SECRET } from './demo-accounts';

type Secrets = Pick<AppLoadContext, 'secret' | 'olderSecrets'>;

/**
 * Gives the demo sign-ins that hold a role an authenticator whose secret everybody knows. Sealed anew
 * where the key of an earlier start is gone. Touches demo people and nobody else.
 */
export async function keepDemoAuthenticators(
  store: Store,
  secrets: Secrets,
  { at }: { at: Date },
): Promise<void> {
  const staff = demoAccounts.filter(({ role }) => role !== 'learner');
  const rows = await store.read
    .select({ personId: people.id, authenticator: authenticators })
    .from(people)
    .leftJoin(authenticators, eq(authenticators.personId, people.id))
    .where(
      and(
        eq(people.demo, true),
        inArray(
          people.emailKey,
          staff.map(({ identifier }) => identifier),
        ),
      ),
    );
  const without = rows.filter(
    ({ authenticator }) => !authenticator || !openTotpSecret(secrets, authenticator),
  );
  await store.tx(async (db) => {
    for (const { personId } of without) {
      const sealed = sealTotpSecret(secrets, { personId, secret: DEMO_TOTP_SECRET });
      await keepAuthenticator(db, { personId, ...sealed, step: 0, at });
    }
  });
}
