import { expect, test } from 'vitest';
import { codeOfStep, stepAt } from '~/auth/totp';
import { openTotpSecret } from '~/auth/totp-secret.server';
import { authenticators } from '~/db/schema.server';
import { takeStep } from '~/domain/entry/take-step.server';
import { AT, makePerson } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { DEMO_TOTP_SECRET } from './demo-accounts';
import { findDemoCode } from './find-demo-code.server';
import { keepDemoAuthenticators } from './keep-demo-authenticators.server';

const secrets = { secret: 's'.repeat(32), olderSecrets: [] };
const email = 'sakai@example.jp';

test('demo staff, and nobody who only has such an address, are given the known authenticator', async () => {
  const store = openTestStore();
  const demo = await makePerson(store.read, { email, emailKey: email, demo: true });
  const real = await makePerson(store.read, { email, emailKey: email });
  const learner = 'jukosha@example.jp';
  await makePerson(store.read, { email: learner, emailKey: learner, demo: true });
  await keepDemoAuthenticators(store, secrets, { at: AT });
  const rows = await store.read.select().from(authenticators);
  expect(rows.map(({ personId }) => personId)).toEqual([demo.id]);
  expect(openTotpSecret(secrets, rows[0]!)?.secret).toBe(DEMO_TOTP_SECRET);
  expect(await findDemoCode(store.read, { personId: real.id, at: AT })).toBeNull();

  await keepDemoAuthenticators(store, secrets, { at: AT });
  expect(await store.read.select().from(authenticators)).toEqual(rows);
  const changed = { secret: 'n'.repeat(32), olderSecrets: [] };
  await keepDemoAuthenticators(store, changed, { at: AT });
  const [again] = await store.read.select().from(authenticators);
  expect(openTotpSecret(changed, again!)?.secret).toBe(DEMO_TOTP_SECRET);
});

test('the code that is shown is the first that nobody has used', async () => {
  const store = openTestStore();
  const { id: personId } = await makePerson(store.read, { email, emailKey: email, demo: true });
  await keepDemoAuthenticators(store, secrets, { at: AT });
  const shown = () => findDemoCode(store.read, { personId, at: AT });
  const now = stepAt(AT);
  for (const step of [now, now + 1]) {
    expect(await shown()).toBe(codeOfStep(DEMO_TOTP_SECRET, step));
    await takeStep(store.read, { personId, step });
  }
  expect(await shown()).toBe(codeOfStep(DEMO_TOTP_SECRET, now + 1));
});
