import { codeOfStep, stepAt } from '~/auth/totp';
import type { Db } from '~/db/store.server';
import { findAuthenticator } from '~/domain/entry/find-authenticator.server';
import { DEMO_TOTP_SECRET } from './demo-accounts';
import { isDemoAccount } from './is-demo-account.server';

/** What the authenticator of a demo sign-in shows: the first code that nobody has used yet. Null for everybody else. */
export async function findDemoCode(
  db: Db,
  { personId, at }: { personId: string; at: Date },
): Promise<string | null> {
  if (!(await isDemoAccount(db, { personId }))) return null;
  const authenticator = await findAuthenticator(db, { personId });
  if (!authenticator) return null;
  const now = stepAt(at);
  const step = Math.min(Math.max(authenticator.lastStep + 1, now), now + 1);
  return codeOfStep(DEMO_TOTP_SECRET, step);
}
