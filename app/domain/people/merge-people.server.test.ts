import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loginSessions, personMerges } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { AT, makeConsent, makeGrant, makePerson, makeRegion } from '../../../tests/factories';
import { reaching } from '../../../tests/bounds';
import { openTestStore } from '../../../tests/test-store';
import { findMergesWithin } from './find-merges-within.server';
import { findPersonWithin } from './find-person-within.server';
import { findSamePeople } from './find-same-people.server';
import { mergePeople, type MergePeople } from './merge-people.server';
import { undoMerge } from './undo-merge.server';

const SAKAI = '271403';
const TOTTORI = '312011';
const officerOf = (areaCode: string) => reaching<'person'>({ areaCodes: [areaCode] });
const within = officerOf(SAKAI);
const SECOND_MS = 1000;
const DAYS_30_MS = 30 * 24 * 60 * 60 * SECOND_MS;

let store: Store;
beforeEach(async () => {
  store = openTestStore();
  await store.tx(async (db) => {
    await makeRegion(db);
    await makeRegion(db, { code: TOTTORI, name: '鳥取市', prefectureCode: '310000' });
  });
});
afterEach(() => store.close());

const person = (over: Parameters<typeof makePerson>[1] = {}) =>
  store.tx((db) => makePerson(db, { enrolledAreaCode: SAKAI, ...over }));
const look = async (id: string) => (await findPersonWithin(store.read, { id, within }))!;
async function merge(keptId: string, mergedId: string, over: Partial<MergePeople> = {}) {
  const input = { kept: await look(keptId), merged: await look(mergedId), ...over };
  return store.tx((db) =>
    mergePeople(db, { mergedBy: 'officer', areaCode: SAKAI, at: AT, ...input }),
  );
}
async function undo(mergeId: string, at: Date) {
  const [found] = await findMergesWithin(store.read, { id: mergeId, within });
  return found && store.tx((db) => undoMerge(db, { merge: found, undoneBy: 'officer', at }));
}
const idOf = (result: Awaited<ReturnType<typeof merge>>) => (result.ok ? result.mergeId : '');

test('a person is looked at by who enrolled her or whom she told; to others she is not there', async () => {
  const { id } = await person();
  const elsewhere = await person({ enrolledAreaCode: TOTTORI });
  expect(await findPersonWithin(store.read, { id, within })).toMatchObject({ id });
  expect(await findPersonWithin(store.read, { id: elsewhere.id, within })).toBeNull();
  expect(await findPersonWithin(store.read, { id: 'nobody', within })).toBeNull();
  await store.tx((db) => makeConsent(db, { personId: elsewhere.id, areaCode: SAKAI }));
  expect(await findPersonWithin(store.read, { id: elsewhere.id, within })).toMatchObject({
    id: elsewhere.id,
  });
});

test('a merged record leads to the kept one, also over several steps', async () => {
  const [a, b, c, alone] = [await person(), await person(), await person(), await person()];
  expect(await merge(b.id, c.id)).toMatchObject({ ok: true });
  expect(await merge(a.id, b.id)).toMatchObject({ ok: true });
  for (const { id } of [a, b, c]) {
    const same = await findSamePeople(store.read, { personId: id });
    expect(same[0]).toBe(a.id);
    expect(same.toSorted()).toEqual([a.id, b.id, c.id].sort());
  }
  expect(await findSamePeople(store.read, { personId: alone.id })).toEqual([alone.id]);
});

test('no record is merged with itself, twice, or in a circle', async () => {
  const [a, b, c] = [await person(), await person(), await person()];
  expect(await merge(a.id, a.id)).toEqual({ ok: false, reason: 'same-record' });
  expect(await merge(a.id, b.id)).toMatchObject({ ok: true });
  for (const [kept, merged] of [
    [a.id, b.id],
    [b.id, a.id],
    [c.id, b.id],
    [b.id, c.id],
  ] as const)
    expect(await merge(kept, merged)).toEqual({ ok: false, reason: 'merged-before' });
});

test('of two merges of one record at once one wins, and the other is told', async () => {
  const [a, b, c] = [await person(), await person(), await person()];
  const results = await Promise.all([merge(a.id, c.id), merge(b.id, c.id), merge(c.id, a.id)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter(({ ok }) => !ok)).toEqual([
    { ok: false, reason: 'merged-before' },
    { ok: false, reason: 'merged-before' },
  ]);
});

test('a record that holds a role stays by itself until the role is over', async () => {
  const [learner, officer, former] = [await person(), await person(), await person()];
  await store.tx(async (db) => {
    await makeGrant(db, { personId: officer.id, role: 'trainer', areaCode: SAKAI });
    await makeGrant(db, { personId: former.id, role: 'trainer', areaCode: SAKAI, untilAt: AT });
  });
  expect(await merge(learner.id, officer.id)).toEqual({ ok: false, reason: 'has-role' });
  expect(await merge(officer.id, learner.id)).toEqual({ ok: false, reason: 'has-role' });
  expect(await merge(learner.id, former.id)).toMatchObject({ ok: true });
});

test('who was signed in with the merged record signs in anew; who with the kept one stays', async () => {
  const [a, b] = [await person(), await person()];
  const session = { createdAt: AT, expiresAt: new Date(AT.getTime() + DAYS_30_MS) };
  const signIn = () =>
    store.tx((db) =>
      db
        .insert(loginSessions)
        .values([
          { idHash: 'a', personId: a.id, ...session },
          { idHash: 'b', personId: b.id, ...session },
        ])
        .onConflictDoNothing(),
    );
  const signedIn = async () =>
    (await store.read.select().from(loginSessions)).map(({ idHash }) => idHash);
  await signIn();
  const mergeId = idOf(await merge(a.id, b.id));
  expect(await signedIn()).toEqual(['a']);
  await undo(mergeId, AT);
  expect(await signedIn()).toEqual([]);
});

test.each([
  ['a second before 30 days', DAYS_30_MS - SECOND_MS, { ok: true }],
  ['at 30 days', DAYS_30_MS, { ok: true }],
  ['a second after 30 days', DAYS_30_MS + SECOND_MS, { ok: false, reason: 'too-late' }],
])('a merge is undone %s or not', async (_, ms, expected) => {
  const [a, b] = [await person(), await person()];
  const mergeId = idOf(await merge(a.id, b.id));
  expect(await undo(mergeId, new Date(AT.getTime() + ms))).toEqual(expected);
});

test('what is undone stands for itself, can be merged again, and is not undone twice', async () => {
  const [a, b] = [await person(), await person()];
  const mergeId = idOf(await merge(a.id, b.id));
  const [found] = await findMergesWithin(store.read, { id: mergeId, within });
  expect(await undo(mergeId, AT)).toEqual({ ok: true });
  expect(
    await store.tx((db) => undoMerge(db, { merge: found!, undoneBy: 'officer', at: AT })),
  ).toEqual({ ok: false, reason: 'undone-before' });
  expect(await findSamePeople(store.read, { personId: b.id })).toEqual([b.id]);
  expect(await merge(b.id, a.id)).toMatchObject({ ok: true });
  expect(await store.read.select().from(personMerges)).toHaveLength(2);
});

test('a merge is seen by who sees both records', async () => {
  const [a, b] = [await person(), await person()];
  const mergeId = idOf(await merge(a.id, b.id));
  await store.tx(async (db) => {
    await makeConsent(db, { personId: b.id, areaCode: TOTTORI });
  });
  const seenBy = async (areaCode: string) => {
    const bound = officerOf(areaCode);
    return [
      (await findMergesWithin(store.read, { id: mergeId, within: bound })).length,
      (await findMergesWithin(store.read, { personId: b.id, within: bound })).length,
    ];
  };
  expect(await seenBy(SAKAI)).toEqual([1, 1]);
  expect(await seenBy(TOTTORI)).toEqual([0, 0]);
  await store.tx((db) =>
    db.update(personMerges).set({ undoneAt: AT }).where(eq(personMerges.id, mergeId)),
  );
  expect(await seenBy(SAKAI)).toEqual([0, 0]);
});
