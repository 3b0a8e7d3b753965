import { beforeEach, expect, test } from 'vitest';
import { authenticators, identities, passwords, recoveryCodes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { AT, makePerson } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { findIdentity } from './find-identity.server';
import { findOwnIdentities } from './find-own-identities.server';
import { findPasskeys } from './find-passkeys.server';
import { keepPasskey } from './keep-passkey.server';
import { linkIdentity } from './link-identity.server';
import { noteIdentityUse } from './note-identity-use.server';
import { passkeyLabelRefusal } from './passkey-label-refusal';
import { removePasskey } from './remove-passkey.server';
import { renamePasskey } from './rename-passkey.server';
import { unlinkIdentity } from './unlink-identity.server';

let db: Db;
let personId: string;
let otherId: string;

beforeEach(async () => {
  db = openTestStore().read;
  personId = (await makePerson(db)).id;
  otherId = (await makePerson(db)).id;
});

async function keep(id: string) {
  const row = { publicKey: 'x', counter: 0, transports: [], label: id, backedUp: false };
  await keepPasskey(db, { id, personId, ...row, at: AT });
}

const labels = async () => (await findPasskeys(db, { personId })).map(({ label }) => label);
const keepCode = () =>
  db.insert(recoveryCodes).values({ codeHash: 'code', personId, createdAt: AT });

test('a passkey is renamed by its owner only', async () => {
  await keep('phone');
  expect(await renamePasskey(db, { id: 'phone', personId: otherId, label: 'x' })).toBe(false);
  expect(await renamePasskey(db, { id: 'phone', personId, label: '会社の端末' })).toBe(true);
  expect(await labels()).toEqual(['会社の端末']);
});

test('a passkey is removed by its owner only, and once', async () => {
  await keep('phone');
  const absent = { ok: false, reason: 'absent' };
  expect(await removePasskey(db, { id: 'phone', personId: otherId, isStaff: false })).toEqual(
    absent,
  );
  expect(await removePasskey(db, { id: 'phone', personId, isStaff: false })).toEqual({ ok: true });
  expect(await removePasskey(db, { id: 'phone', personId, isStaff: false })).toEqual(absent);
});

test('staff keep their last second factor', async () => {
  await keep('phone');
  const remove = () => removePasskey(db, { id: 'phone', personId, isStaff: true });
  expect(await remove()).toEqual({ ok: false, reason: 'last' });
  await keep('laptop');
  expect(await remove()).toEqual({ ok: true });
  expect(await labels()).toEqual(['laptop']);

  const authenticator = { personId, sealedSecret: 'x', keyId: 'x', createdAt: AT };
  await db.insert(authenticators).values(authenticator);
  const removeLaptop = () => removePasskey(db, { id: 'laptop', personId, isStaff: true });
  expect(await removeLaptop(), 'not confirmed').toEqual({ ok: false, reason: 'last' });
  await db.update(authenticators).set({ confirmedAt: AT });
  expect(await removeLaptop()).toEqual({ ok: true });
});

test('recovery codes go with the last second factor', async () => {
  await keep('phone');
  await keep('laptop');
  await keepCode();
  await removePasskey(db, { id: 'phone', personId, isStaff: false });
  expect(await db.select().from(recoveryCodes)).toHaveLength(1);
  await removePasskey(db, { id: 'laptop', personId, isStaff: false });
  expect(await db.select().from(recoveryCodes)).toEqual([]);
});

test('the name of a passkey is short and can be shown', () => {
  expect(passkeyLabelRefusal('iPhone（自分の）📱')).toBeNull();
  expect(passkeyLabelRefusal('👨‍👩‍👧'.repeat(40))).toBeNull();
  expect(passkeyLabelRefusal(' 　')).toBe('empty');
  expect(passkeyLabelRefusal('あ'.repeat(41))).toBe('too-long');
  for (const bad of ['a\u0000b', 'a\u202eb', '\ud800', 'a\nb']) {
    expect(passkeyLabelRefusal(bad)).toBe('unprintable');
  }
});

const identity = { issuer: 'https://city.example', subject: 's-1' };

test('an account at a city is linked to one person, once', async () => {
  const link = { ...identity, at: AT };
  expect(await linkIdentity(db, { ...link, personId })).toEqual({ ok: true, isNew: true });
  expect(await linkIdentity(db, { ...link, personId })).toEqual({ ok: true, isNew: false });
  expect(await linkIdentity(db, { ...link, personId: otherId })).toEqual({
    ok: false,
    reason: 'taken',
  });
  expect(await findOwnIdentities(db, { personId: otherId })).toEqual([]);
  expect(await findIdentity(db, { ...identity, issuer: 'https://else.example' })).toBeNull();
  await noteIdentityUse(db, { ...identity, at: AT });
  expect(await findIdentity(db, identity)).toMatchObject({ personId, lastUsedAt: AT });
});

test('the last way into an account is not unlinked', async () => {
  await linkIdentity(db, { ...identity, personId, at: AT });
  const { issuer } = identity;
  expect(await unlinkIdentity(db, { issuer, personId: otherId })).toMatchObject({
    reason: 'absent',
  });
  expect(await unlinkIdentity(db, { issuer, personId })).toEqual({ ok: false, reason: 'last' });
  await db.insert(passwords).values({ personId, hash: 'x', changedAt: AT });
  expect(await unlinkIdentity(db, { issuer, personId })).toEqual({ ok: true });
  expect(await db.select().from(identities)).toEqual([]);
});
