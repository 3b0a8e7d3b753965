import type { AppLoadContext } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Visitor } from '~/auth/visitor';
import {
  auditLog,
  invitations,
  loginSessions,
  mails,
  passwords,
  people,
  regionGroups,
  roleGrants,
} from '~/db/schema.server';
import type { Role } from '~/db/tables/people';
import { endInvitation } from '~/domain/invitations/end-invitation.server';
import { findOpenInvitations } from '~/domain/invitations/find-open-invitations.server';
import { countOperators } from '~/domain/people/count-operators.server';
import { findGrantsWithin } from '~/domain/people/find-grants-within.server';
import { everywhere, reaching } from '../../tests/bounds';
import { AT, makeGrant, makeOrganisation, makePerson, makeRegion } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { endStaffRole } from './end-staff-role.server';
import { inviteStaff, type InviteStaff } from './invite-staff.server';
import { takeInvitation } from './take-invitation.server';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const after = (ms: number) => new Date(AT.getTime() + ms);
const SAKAI = '271403';
const TOTTORI = '312011';
const OSAKA = '270008';

async function setUp() {
  const store = openTestStore();
  await makeRegion(store.read, { code: OSAKA, kind: 'prefecture', name: '大阪府' });
  await makeRegion(store.read, {
    code: '310000',
    kind: 'prefecture',
    name: '鳥取県',
    prefectureCode: '310000',
  });
  await makeRegion(store.read);
  await makeRegion(store.read, {
    code: TOTTORI,
    kind: 'city',
    name: '鳥取市',
    prefectureCode: '310000',
  });
  await makeOrganisation(store.read, { id: 'sakai-npo', kind: 'npo' });
  await makeOrganisation(store.read, {
    id: 'tottori-npo',
    kind: 'npo',
    areaCode: TOTTORI,
    seriesPrefix: '31201',
  });
  await store.read
    .insert(regionGroups)
    .values({ id: 'group', kind: 'other', name: '圏', kana: 'ケン', createdAt: AT });
  return {
    store,
    origin: 'https://tsunagu.example.jp',
    secret: 'x'.repeat(32),
  } as AppLoadContext;
}

type Over = { areaCode?: string; organisationId?: string; groupId?: string; untilAt?: Date };

async function makeStaff({ store }: AppLoadContext, role: Role, over: Over = {}) {
  const { id, name } = await makePerson(store.read);
  await store.read.insert(passwords).values({ personId: id, hash: 'h', changedAt: AT });
  const { id: grantId, ...row } = await makeGrant(store.read, { personId: id, role, ...over });
  const grant = { areaCode: null, organisationId: null, groupId: null, ...row };
  const visitor = { personId: id, name, sessionHash: `s-${id}`, grants: [grant] };
  return { ...(visitor as unknown as Visitor), grantId };
}

const offer = (by: Visitor, over: Partial<InviteStaff> = {}): InviteStaff => ({
  id: `invitation-${by.personId}-${JSON.stringify(over)}`,
  role: 'municipal-officer',
  areaCode: SAKAI,
  organisationId: null,
  groupId: null,
  note: '健康増進課 山田様',
  expiresAt: after(7 * DAY_MS),
  grantUntilAt: null,
  maxUses: 1,
  email: null,
  by,
  at: AT,
  ...over,
});

async function tokenOf(context: AppLoadContext, invite: InviteStaff): Promise<string> {
  const invited = await inviteStaff(context, invite);
  if (!invited.ok) throw new Error(invited.reason);
  return invited.token;
}

const rolesOf = async ({ store }: AppLoadContext, personId: string) =>
  (await store.read.select().from(roleGrants).where(eq(roleGrants.personId, personId))).map(
    ({ role, areaCode, organisationId, untilAt }) => ({ role, areaCode, organisationId, untilAt }),
  );

test('an invitation gives its role once, to whoever takes it, and is written down', async () => {
  const context = await setUp();
  const officer = await makeStaff(context, 'municipal-officer', { areaCode: SAKAI });
  const { id: personId } = await makePerson(context.store.read);
  const grantUntilAt = after(90 * DAY_MS);
  const token = await tokenOf(context, offer(officer, { grantUntilAt }));
  expect(JSON.stringify(await context.store.read.select().from(invitations))).not.toContain(token);

  const at = after(HOUR_MS);
  expect(await takeInvitation(context, { token, personId, at })).toEqual({ ok: true });
  expect(await takeInvitation(context, { token, personId, at })).toEqual({ ok: true });
  expect(await rolesOf(context, personId)).toEqual([
    { role: 'municipal-officer', areaCode: SAKAI, organisationId: null, untilAt: grantUntilAt },
  ]);
  const log = await context.store.read.select().from(auditLog);
  expect(log).toMatchObject([
    { action: 'invitation.make', actorId: officer.personId, areaCode: SAKAI },
    { action: 'role.take', actorId: personId, areaCode: SAKAI },
  ]);
  expect(JSON.stringify(log)).not.toContain('山田');
});

test('a form sent twice is one invitation, with the same link', async () => {
  const context = await setUp();
  const officer = await makeStaff(context, 'municipal-officer', { areaCode: SAKAI });
  const invite = offer(officer, { email: 'yamada@example.jp' });
  const tokens = await Promise.all([tokenOf(context, invite), tokenOf(context, invite)]);
  expect(tokens[0]).toBe(tokens[1]);
  expect(await context.store.read.select().from(invitations)).toHaveLength(1);
  const sent = await context.store.read.select().from(mails);
  expect(sent).toHaveLength(1);
  expect(sent[0]!.body).toContain(`/invitations/${tokens[0]}`);
});

test('with one use left and two who take it at once, one gets the role', async () => {
  const context = await setUp();
  const officer = await makeStaff(context, 'municipal-officer', { areaCode: SAKAI });
  const token = await tokenOf(context, offer(officer, { maxUses: 2 }));
  const three = [];
  for (let i = 0; i < 3; i += 1) three.push((await makePerson(context.store.read)).id);
  const [first, ...others] = three;
  expect((await takeInvitation(context, { token, personId: first!, at: AT })).ok).toBe(true);
  const taken = await Promise.all(
    others.map((personId) => takeInvitation(context, { token, personId, at: AT })),
  );
  expect(taken.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect((await context.store.read.select().from(invitations))[0]).toMatchObject({ uses: 2 });
});

test.each([
  ['a second before its end', 7 * DAY_MS - 1000, true],
  ['at its end', 7 * DAY_MS, false],
  ['after its end', 7 * DAY_MS + 1000, false],
])('a link taken %s', async (_when, ms, isGood) => {
  const context = await setUp();
  const officer = await makeStaff(context, 'municipal-officer', { areaCode: SAKAI });
  const token = await tokenOf(context, offer(officer));
  const { id: personId } = await makePerson(context.store.read);
  const taken = await takeInvitation(context, { token, personId, at: after(ms) });
  expect(taken).toEqual(isGood ? { ok: true } : { ok: false, reason: 'gone' });
});

test('a link that was ended, or whose maker may not give the role any more, gives nothing', async () => {
  const context = await setUp();
  const officer = await makeStaff(context, 'municipal-officer', { areaCode: SAKAI });
  const operator = await makeStaff(context, 'operator');
  const { id: personId } = await makePerson(context.store.read);
  const ended = await tokenOf(context, offer(officer));
  const within = reaching<'grant'>({ areaCodes: [SAKAI] });
  const [invitation] = await findOpenInvitations(context.store.read, { within, at: AT, limit: 9 });
  await context.store.tx((db) => endInvitation(db, { invitation: invitation!, at: AT }));
  const orphaned = await tokenOf(context, offer(officer, { maxUses: 3 }));
  expect(await takeInvitation(context, { token: ended, personId, at: AT })).toMatchObject({
    reason: 'gone',
  });
  await endStaffRole(context, { grantId: officer.grantId, by: operator.personId, at: AT });
  const at = after(1);
  expect(await takeInvitation(context, { token: orphaned, personId, at })).toMatchObject({
    reason: 'gone',
  });
  expect(await rolesOf(context, personId)).toEqual([]);
});

test('somebody who has the role already uses nothing up', async () => {
  const context = await setUp();
  const officer = await makeStaff(context, 'municipal-officer', { areaCode: SAKAI });
  const token = await tokenOf(context, offer(officer));
  const taken = await takeInvitation(context, { token, personId: officer.personId, at: AT });
  expect(taken).toEqual({ ok: false, reason: 'has-it' });
  expect((await context.store.read.select().from(invitations))[0]).toMatchObject({ uses: 0 });
});

test('nobody offers a role over a place that is not hers, or that the role is not for', async () => {
  const context = await setUp();
  const sakai = await makeStaff(context, 'municipal-officer', { areaCode: SAKAI });
  const osaka = await makeStaff(context, 'prefectural-officer', { areaCode: OSAKA });
  const host = await makeStaff(context, 'host', { organisationId: 'sakai-npo' });
  const operator = await makeStaff(context, 'operator');
  const none = { areaCode: null, organisationId: null, groupId: null };
  const refused: [Visitor, Partial<InviteStaff>][] = [
    [sakai, { areaCode: TOTTORI }],
    [sakai, { areaCode: OSAKA }],
    [sakai, { areaCode: '999999' }],
    [sakai, { role: 'host', ...none, organisationId: 'tottori-npo' }],
    [sakai, { role: 'host' }],
    [sakai, { role: 'clinical-reviewer', ...none }],
    [sakai, { role: 'prefectural-officer', areaCode: OSAKA }],
    [sakai, { role: 'operator', ...none }],
    [osaka, { areaCode: TOTTORI }],
    [osaka, { role: 'prefectural-officer', areaCode: '310000' }],
    [osaka, { role: 'clinical-reviewer' }],
    [osaka, { role: 'group-officer', ...none, groupId: 'group' }],
    [host, { role: 'host', ...none, organisationId: 'sakai-npo' }],
    [operator, { role: 'municipal-officer', areaCode: OSAKA }],
    [operator, { role: 'municipal-officer', ...none }],
    [operator, { role: 'operator', areaCode: SAKAI }],
    [operator, { role: 'trainer', areaCode: SAKAI, organisationId: 'sakai-npo' }],
  ];
  for (const [by, over] of refused) {
    const invited = await inviteStaff(context, offer(by, over));
    expect(invited, JSON.stringify(over)).toEqual({ ok: false, reason: 'place-not-yours' });
  }
  const given: [Visitor, Partial<InviteStaff>][] = [
    [sakai, { role: 'host', ...none, organisationId: 'sakai-npo' }],
    [sakai, { role: 'trainer', ...none, organisationId: 'sakai-npo' }],
    [osaka, { areaCode: SAKAI }],
    [osaka, { role: 'prefectural-officer', areaCode: OSAKA }],
    [operator, { role: 'group-officer', ...none, groupId: 'group' }],
    [operator, { role: 'national-viewer', ...none }],
    [operator, { role: 'clinical-reviewer', ...none }],
  ];
  for (const [by, over] of given) {
    const invited = await inviteStaff(context, offer(by, over));
    expect(invited, JSON.stringify(over)).toMatchObject({ ok: true });
  }
});

test('ending a role signs its holder out everywhere, and is done once', async () => {
  const context = await setUp();
  const operator = await makeStaff(context, 'operator');
  const officer = await makeStaff(context, 'municipal-officer', { areaCode: SAKAI });
  await context.store.read.insert(loginSessions).values({
    idHash: 'h',
    personId: officer.personId,
    expiresAt: after(DAY_MS),
    createdAt: AT,
  });
  const end = () =>
    endStaffRole(context, { grantId: officer.grantId, by: operator.personId, at: after(1) });
  expect(await end()).toEqual({ ok: true });
  expect(await context.store.read.select().from(loginSessions)).toEqual([]);
  expect(await end()).toEqual({ ok: false, reason: 'ended-before' });
  const log = await context.store.read.select().from(auditLog);
  expect(log).toMatchObject([{ action: 'role.end', areaCode: SAKAI }]);
});

test('a role outside of her area, or above hers, is not there to be ended', async () => {
  const context = await setUp();
  const sakai = await makeStaff(context, 'municipal-officer', { areaCode: SAKAI });
  for (const [role, over] of [
    ['municipal-officer', { areaCode: TOTTORI }],
    ['prefectural-officer', { areaCode: OSAKA }],
    ['host', { organisationId: 'tottori-npo' }],
    ['national-viewer', {}],
  ] as [Role, Over][]) {
    const other = await makeStaff(context, role, over);
    const ended = await endStaffRole(context, {
      grantId: other.grantId,
      by: sakai.personId,
      at: AT,
    });
    expect(ended, role).toEqual({ ok: false, reason: 'not-yours' });
  }
});

test('the last operator keeps her role, and of two who end each other at once one stays', async () => {
  const context = await setUp();
  const one = await makeStaff(context, 'operator');
  const end = (grantId: string, by: string) => endStaffRole(context, { grantId, by, at: after(1) });
  expect(await end(one.grantId, one.personId)).toEqual({ ok: false, reason: 'last-operator' });

  const two = await makeStaff(context, 'operator');
  const ended = await Promise.all([end(one.grantId, two.personId), end(two.grantId, one.personId)]);
  expect(ended.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await countOperators(context.store.read, { at: after(2) })).toBe(1);
});

test('an operator whose role ends by itself, who has no way in or was erased does not count as one left', async () => {
  const context = await setUp();
  const last = await makeStaff(context, 'operator');
  await makeStaff(context, 'operator', { untilAt: after(DAY_MS) });
  const noWayIn = await makeStaff(context, 'operator');
  await context.store.read.delete(passwords).where(eq(passwords.personId, noWayIn.personId));
  const erased = await makeStaff(context, 'operator');
  await context.store.read
    .update(people)
    .set({ erasedAt: AT })
    .where(eq(people.id, erased.personId));
  const { personId: by, grantId } = last;
  expect(await endStaffRole(context, { grantId, by, at: AT })).toEqual({
    ok: false,
    reason: 'last-operator',
  });
  expect(await countOperators(context.store.read, { at: AT, butPersonId: by })).toBe(0);
});

test('the list holds who has a role within the area, and not who gave it from elsewhere', async () => {
  const context = await setUp();
  const operator = await makeStaff(context, 'operator');
  const sakai = await makeStaff(context, 'municipal-officer', { areaCode: SAKAI });
  const { read } = context.store;
  const npo = await makeStaff(context, 'host', { organisationId: 'sakai-npo' });
  await makeStaff(context, 'host', { organisationId: 'tottori-npo' });
  await makeStaff(context, 'prefectural-officer', { areaCode: OSAKA });
  await makeStaff(context, 'trainer', { areaCode: SAKAI, untilAt: AT });
  await read
    .update(roleGrants)
    .set({ grantedBy: operator.personId })
    .where(eq(roleGrants.id, sakai.grantId));
  await read
    .update(roleGrants)
    .set({ grantedBy: sakai.personId })
    .where(eq(roleGrants.id, npo.grantId));

  const list = { query: '', at: AT, limit: 50, offset: 0 };
  const within = reaching<'grant'>({ areaCodes: [SAKAI] });
  const found = await findGrantsWithin(read, { ...list, within });
  expect(found.total).toBe(2);
  expect(found.grants.map(({ role, grantedByName }) => [role, grantedByName])).toEqual([
    ['municipal-officer', null],
    ['host', sakai.name],
  ]);
  const ofOsaka = await findGrantsWithin(read, {
    ...list,
    within: reaching<'grant'>({ areaCodes: [OSAKA] }),
  });
  expect(ofOsaka.total).toBe(3);
  const all = await findGrantsWithin(read, { ...list, within: everywhere<'grant'>(), limit: 2 });
  expect([all.total, all.grants.length]).toEqual([5, 2]);
  for (const query of ['%', '_', 'だれか']) {
    expect((await findGrantsWithin(read, { ...list, within, query })).total).toBe(0);
  }
  expect((await findGrantsWithin(read, { ...list, within, query: 'たかさき' })).total).toBe(2);
});
