import { asc, eq, isNotNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import {
  answers,
  attempts,
  auditLog,
  continueCodes,
  enrolments,
  followUps,
  invitations,
  lessonProgress,
  loginSessions,
  mails,
  oneTimeTokens,
  optionTallies,
  passwords,
  people,
  personMerges,
  questionnaireAnswers,
  retentionRuns,
  settings,
} from '~/db/schema.server';
import type { Db, Store } from '~/db/store.server';
import { jstDates } from '~/lib/clock';
import {
  AT,
  makeCourse,
  makeEnrolment,
  makeGrant,
  makeGuest,
  makePerson,
} from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { runRetention, type RunRetention } from './run-retention.server';

const DAY_MS = 24 * 60 * 60 * 1000;
const ago = (days: number, ms = 0) => new Date(AT.getTime() - days * DAY_MS + ms);
const RULES = {
  guestIdleDays: 180,
  learnerIdleDays: 1826,
  noticeDays: 90,
  oneTimeTokenDays: 7,
  mailDays: 30,
  invitationDays: 365,
  undoneMergeDays: 365,
  followUpDays: 180,
};

let made = 0;
const person = (db: Db, over: Parameters<typeof makePerson>[1]) =>
  makePerson(db, { number: String(500_000_000_000 + (made += 1)), ...over });

/** Somebody was here today, so the clock is to be believed. */
async function storeInUse() {
  const store = openTestStore();
  await store.tx((db) => person(db, { id: 'here', createdAt: ago(2000), lastSeenAt: AT }));
  return store;
}

async function run(store: Store, over: Partial<RunRetention> = {}) {
  const before = await erasedIn(store);
  const result = await runRetention(store, {
    ...{ rules: RULES, at: AT, dryRun: false, mail: 'none', origin: 'https://tsunagu.example.jp' },
    ...over,
  });
  return { result, erased: (await erasedIn(store)).filter((id) => !before.includes(id)) };
}

const erasedIn = async (store: Store) =>
  (await store.read.select({ id: people.id }).from(people).where(isNotNull(people.erasedAt))).map(
    ({ id }) => id,
  );

const idsOf = async (store: Store) =>
  (await store.read.select({ id: people.id }).from(people).orderBy(asc(people.id))).map(
    ({ id }) => id,
  );

test('a guest is kept up to the last millisecond of 180 days, and gone at its end', async () => {
  const store = await storeInUse();
  await store.tx(async (db) => {
    await makeGuest(db, { id: 'kept', createdAt: ago(400), lastSeenAt: ago(180, 1) });
    await makeGuest(db, { id: 'gone', createdAt: ago(400), lastSeenAt: ago(180) });
    await makeGuest(db, { id: 'never-seen', createdAt: ago(180) });
    await makeGuest(db, { id: 'new', createdAt: ago(179) });
  });
  const { result } = await run(store);
  expect(result).toMatchObject({ ok: true, counts: { guests: 2, failed: 0 }, errors: [] });
  expect(await idsOf(store)).toEqual(['here', 'kept', 'new']);
});

test('with a guest all that is hers goes, and how often each option was chosen stays', async () => {
  const store = await storeInUse();
  await store.tx(async (db) => {
    const course = await makeCourse(db);
    const personId = 'guest';
    await makeGuest(db, { id: personId, createdAt: ago(200) });
    const times = { startedAt: ago(200), lastSeenAt: ago(200) };
    const { id } = await makeEnrolment(db, { personId, courseId: course.id, ...times });
    const lesson = { lessonId: 'l', versionId: 'v' };
    await db.insert(lessonProgress).values({ enrolmentId: id, ...lesson, openedAt: ago(200) });
    await db.insert(attempts).values({
      ...{ id: 'attempt', enrolmentId: id, personId, courseId: course.id, ...lesson },
      ...{ quizHash: 'q', number: 1, startedAt: ago(200), questionCount: 1 },
    });
    const answer = { attemptId: 'attempt', questionId: 'q', response: ['a'] };
    await db.insert(answers).values({ ...answer, answeredAt: ago(200), savedAt: ago(200) });
    const tally = { courseId: course.id, questionId: 'q', optionId: 'a', chosen: 1 };
    await db.insert(optionTallies).values(tally);
    const life = { createdAt: ago(200), expiresAt: ago(1) };
    await db.insert(continueCodes).values({ codeHash: 'c', personId, ...life });
    await db.insert(loginSessions).values({ idHash: 's', personId, ...life });
  });
  expect((await run(store)).result).toMatchObject({ counts: { guests: 1 } });
  for (const table of [enrolments, lessonProgress, attempts, answers, continueCodes]) {
    expect(await store.read.select().from(table)).toEqual([]);
  }
  expect(await store.read.select().from(loginSessions)).toEqual([]);
  expect(await store.read.select().from(optionTallies)).toHaveLength(1);
  expect(await idsOf(store)).toEqual(['here']);
});

test('learning or a sign-in after that day keeps a guest, whatever her own row says', async () => {
  const store = await storeInUse();
  await store.tx(async (db) => {
    const course = await makeCourse(db);
    for (const id of ['learned', 'signed-in', 'was-in']) {
      await makeGuest(db, { id, createdAt: ago(400), lastSeenAt: ago(400) });
    }
    const learned = { personId: 'learned', courseId: course.id };
    await makeEnrolment(db, { ...learned, startedAt: ago(400), lastSeenAt: ago(10) });
    const session = { expiresAt: ago(-10) };
    await db.insert(loginSessions).values([
      { ...session, idHash: 'a', personId: 'signed-in', createdAt: ago(10) },
      { ...session, idHash: 'b', personId: 'was-in', createdAt: ago(400), lastSeenAt: ago(10) },
    ]);
  });
  expect((await run(store)).result).toMatchObject({ counts: { guests: 0 } });
});

test('a learner is forgotten by what says when she was here last; staff, demo people and merged records are not', async () => {
  const store = await storeInUse();
  const old = { createdAt: ago(4000), registeredAt: ago(3000) };
  await store.tx(async (db) => {
    await person(db, { id: 'idle', ...old, lastSeenAt: ago(1826) });
    await person(db, { id: 'not-quite', ...old, lastSeenAt: ago(1826, 1) });
    await person(db, { id: 'never-seen', ...old });
    await person(db, { id: 'never-seen-new', createdAt: ago(4000), registeredAt: ago(100) });
    const enrolled = { ...old, registeredAt: null };
    await person(db, { id: 'enrolled', ...enrolled });
    await person(db, { id: 'demo', ...old, demo: true });
    await person(db, { id: 'erased', ...old, erasedAt: ago(1) });
    await person(db, { id: 'staff', ...old });
    await person(db, { id: 'once-staff', ...old });
    const grant = { role: 'municipal-officer', fromAt: ago(3000) } as const;
    await makeGrant(db, { ...grant, personId: 'staff' });
    await makeGrant(db, { ...grant, personId: 'once-staff', untilAt: ago(2500) });
    await person(db, { id: 'merged', ...old });
    const merge = { id: 'm', keptId: 'not-quite', mergedId: 'merged', mergedBy: 'x' };
    await db.insert(personMerges).values({ ...merge, mergedAt: ago(2000) });
    await person(db, { id: 'kept-of-two', ...old });
    await person(db, { id: 'came-by-this', ...old, lastSeenAt: ago(5) });
    const two = { id: 'n', keptId: 'kept-of-two', mergedId: 'came-by-this', mergedBy: 'x' };
    await db.insert(personMerges).values({ ...two, mergedAt: ago(2000) });
  });
  const { erased, result } = await run(store);
  expect(erased.sort()).toEqual(['enrolled', 'idle', 'never-seen', 'once-staff']);
  expect(result).toMatchObject({ counts: { learners: 4, notices: 0, guests: 0 } });
});

test('whoever comes back while the work is going on is kept', async () => {
  const store = await storeInUse();
  const old = { createdAt: ago(4000), registeredAt: ago(3000) };
  await store.tx(async (db) => {
    for (const id of ['a', 'b', 'c']) await person(db, { id, ...old });
    await makeGuest(db, { id: 'guest-a', createdAt: ago(400) });
    await makeGuest(db, { id: 'guest-b', createdAt: ago(400) });
  });
  const comesBack = (id: string) => (db: Db) =>
    db.update(people).set({ lastSeenAt: AT }).where(eq(people.id, id));
  // As soon as the first of each is gone, the second signs in.
  const tx: Store['tx'] = async (work) => {
    const done = await store.tx(work);
    if (!(await idsOf(store)).includes('guest-a')) await store.tx(comesBack('guest-b'));
    if ((await erasedIn(store)).includes('a')) await store.tx(comesBack('b'));
    return done;
  };
  const { erased, result } = await run({ ...store, tx });
  expect(erased).toEqual(['a', 'c']);
  expect(result).toMatchObject({ counts: { guests: 1, learners: 2 } });
  expect(await idsOf(store)).toEqual(['a', 'b', 'c', 'guest-b', 'here']);
});

test('one who comes back just before her turn is looked at again in it', async () => {
  const store = await storeInUse();
  const old = { createdAt: ago(4000), registeredAt: ago(3000) };
  await store.tx((db) => person(db, { id: 'a', ...old }));
  // What was read before the turn is old by then.
  let isFirst = true;
  const tx: Store['tx'] = async (work) => {
    if (!isFirst) {
      await store.tx((db) => db.update(people).set({ lastSeenAt: AT }).where(eq(people.id, 'a')));
    }
    isFirst = false;
    return store.tx(work);
  };
  const { erased, result } = await run({ ...store, tx });
  expect([erased, result]).toMatchObject([[], { counts: { learners: 0, failed: 0 } }]);
});

test('a learner with an address is told once, has her time to come back, and is forgotten only then', async () => {
  const store = await storeInUse();
  await store.tx(async (db) => {
    const times = { createdAt: ago(4000), lastSeenAt: ago(1736) };
    await person(db, { id: 'told', email: 'told@example.jp', ...times });
  });
  const night = async (days: number) => {
    const at = ago(-days);
    await store.tx((db) => db.delete(settings));
    await store.tx((db) => db.update(people).set({ lastSeenAt: at }).where(eq(people.id, 'here')));
    const { result } = await run(store, { at, mail: 'smtp' });
    const { notices, waiting, learners } = result.ok ? result.counts : ({} as never);
    return { notices, waiting, learners };
  };
  const none = { notices: 0, waiting: 0, learners: 0 };
  expect(await night(-1)).toEqual(none);
  expect(await night(0)).toEqual({ ...none, notices: 1 });
  const [mail] = await store.read.select().from(mails);
  expect(mail).toMatchObject({ toAddress: 'told@example.jp', kind: 'retention-notice' });
  expect(mail!.body).toContain('https://tsunagu.example.jp/sign-in');
  expect(await night(1)).toEqual({ ...none, waiting: 1 });
  expect(await night(89)).toEqual({ ...none, waiting: 1 });
  expect(await night(90)).toEqual({ ...none, learners: 1 });
});

test('a notice of an earlier time does not count: she came back since', async () => {
  const store = await storeInUse();
  await store.tx(async (db) => {
    const times = { createdAt: ago(5000), lastSeenAt: ago(1900) };
    await person(db, { id: 'again', email: 'again@example.jp', ...times });
    const notice = { action: 'retention.notice', subjectKind: 'person', subjectId: 'again' };
    await db.insert(auditLog).values({ ...notice, at: ago(2500) });
  });
  const { erased, result } = await run(store, { mail: 'smtp' });
  expect([erased, result]).toMatchObject([[], { counts: { notices: 1, learners: 0 } }]);
});

test('what is over goes in its time, and what may still be of use stays', async () => {
  const store = await storeInUse();
  await store.tx(async (db) => {
    const token = { purpose: 'magic-link', detail: {}, createdAt: ago(20) } as const;
    await db.insert(oneTimeTokens).values([
      { ...token, tokenHash: 'gone', expiresAt: ago(7) },
      { ...token, tokenHash: 'kept', expiresAt: ago(7, 1) },
    ]);
    const mail = { kind: 'k', toAddress: 'a@example.jp', subject: 's', body: '' };
    await db.insert(mails).values([
      { ...mail, id: 'gone', createdAt: ago(30), sentAt: ago(30) },
      { ...mail, id: 'never-sent', createdAt: ago(31) },
      { ...mail, id: 'kept', createdAt: ago(30, 1) },
    ]);
    const invitation = { role: 'trainer', note: '', createdBy: 'here', maxUses: 1 } as const;
    const open = { ...invitation, createdAt: ago(900), expiresAt: ago(-1) };
    await db.insert(invitations).values([
      { ...open, id: 'expired', tokenHash: '1', expiresAt: ago(365) },
      { ...open, id: 'ended', tokenHash: '2', endedAt: ago(365) },
      { ...open, id: 'kept', tokenHash: '3' },
    ]);
    const merge = { keptId: 'here', mergedBy: 'x', mergedAt: ago(900) };
    await person(db, { id: 'other', lastSeenAt: AT });
    await person(db, { id: 'third', lastSeenAt: AT });
    await db.insert(personMerges).values([
      { ...merge, id: 'undone', mergedId: 'other', undoneAt: ago(365) },
      { ...merge, id: 'kept', mergedId: 'third' },
    ]);
  });
  const counts = { oneTimeTokens: 1, mails: 2, invitations: 2, undoneMerges: 1, followUps: 0 };
  expect((await run(store, { dryRun: true })).result).toMatchObject({ counts });
  expect(await store.read.select().from(mails)).toHaveLength(3);
  expect((await run(store)).result).toMatchObject({ counts });
  const none = { oneTimeTokens: 0, mails: 0, invitations: 0, undoneMerges: 0, followUps: 0 };
  expect((await run(store)).result).toMatchObject({ counts: none });
  for (const table of [mails, invitations, personMerges]) {
    expect((await store.read.select({ id: table.id }).from(table)).map(({ id }) => id)).toEqual([
      'kept',
    ]);
  }
});

test('that somebody was to be asked again goes when nobody is to be asked any more, and what she said stays', async () => {
  const store = await storeInUse();
  const day = (days: number) => jstDates(ago(days)).day;
  await store.tx(async (db) => {
    const course = await makeCourse(db);
    const chosen = {
      ...{ personId: 'here', programmeCode: 'gatekeeper-first-step' },
      ...({ way: 'mail', reminders: 1, chosenAt: ago(300) } as const),
    };
    const { id: enrolmentId } = await makeEnrolment(db, { personId: 'here', courseId: course.id });
    const rows = [
      { id: 'left-unanswered', dueDay: day(180) },
      { id: 'may-still-answer', dueDay: day(179) },
      { id: 'code-not-due', way: 'code' as const, dueDay: day(-30) },
      { id: 'stopped-early', dueDay: day(-30), stoppedAt: ago(180) },
      { id: 'just-stopped', dueDay: day(-30), stoppedAt: ago(180, 1) },
      { id: 'answered', dueDay: day(181), answeredAt: ago(180) },
    ];
    for (const [i, row] of rows.entries())
      await db.insert(followUps).values({ ...chosen, enrolmentId, cycle: i + 1, ...row });
    await db.insert(questionnaireAnswers).values({
      ...{ pairKey: 'k', phase: 'later', programmeCode: chosen.programmeCode, version: 'v' },
      ...{ fiscalYear: 2025, month: '2026-03', answers: { noticed: 1 } },
    });
  });
  const counts = { followUps: 3 };
  expect((await run(store, { dryRun: true })).result).toMatchObject({ counts });
  expect((await run(store)).result).toMatchObject({ counts });
  const kept = await store.read.select({ id: followUps.id }).from(followUps).orderBy(followUps.id);
  expect(kept.map(({ id }) => id)).toEqual(['code-not-due', 'just-stopped', 'may-still-answer']);
  expect(await store.read.select().from(questionnaireAnswers)).toHaveLength(1);
});

test('a dry run counts the same and changes nothing but its own record', async () => {
  const store = await storeInUse();
  await store.tx(async (db) => {
    for (let i = 0; i < 450; i += 1) await makeGuest(db, { createdAt: ago(300) });
    const old = { createdAt: ago(4000), registeredAt: ago(3000) };
    await person(db, { id: 'idle', ...old });
    await person(db, { id: 'to-tell', email: 'tell@example.jp', ...old });
  });
  const before = await idsOf(store);
  const tried = await run(store, { dryRun: true, mail: 'smtp' });
  expect(tried.result).toMatchObject({ counts: { guests: 450, learners: 1, notices: 1 } });
  expect([tried.erased, await idsOf(store)]).toEqual([[], before]);
  expect(await store.read.select().from(mails)).toEqual([]);
  const done = await run(store, { mail: 'smtp' });
  expect(done.result).toEqual(tried.result);
  const runs = await store.read.select().from(retentionRuns).orderBy(asc(retentionRuns.id));
  expect(runs.map(({ dryRun, result }) => [dryRun, result.guests]).sort()).toEqual([
    [false, 450],
    [true, 450],
  ]);
});

test('a wrong clock forgets nobody, before and after it has gone well once', async () => {
  const store = await storeInUse();
  await store.tx((db) => makeGuest(db, { id: 'guest', createdAt: ago(10) }));
  for (const [days, reason] of [
    [41, 'ahead'],
    [1200, 'ahead'],
    [-2, 'behind'],
    [-4000, 'behind'],
  ] as const) {
    const at = ago(-days);
    const { result } = await run(store, { at });
    expect([days, result]).toMatchObject([days, { ok: false, reason }]);
  }
  expect((await run(store)).result.ok).toBe(true);
  // The clock jumps, and a visitor comes before the night: what she leaves is as wrong as the clock.
  const wrong = ago(-1200);
  await store.tx((db) => person(db, { id: 'visitor', createdAt: wrong, lastSeenAt: wrong }));
  expect((await run(store, { at: wrong })).result).toMatchObject({ ok: false, reason: 'ahead' });
  expect(await idsOf(store)).toEqual(['guest', 'here', 'visitor']);
  expect((await run(store, { at: ago(-40) })).result.ok).toBe(true);
});

test('a record that cannot be taken away is counted and does not keep the others', async () => {
  const store = await storeInUse();
  await store.tx(async (db) => {
    for (const id of ['a', 'b']) await makeGuest(db, { id, createdAt: ago(400) });
    // Nothing of the kind is ever given to a guest: her row cannot go while it points to it.
    await db.insert(passwords).values({ personId: 'a', hash: 'h', changedAt: AT });
  });
  const { result } = await run(store);
  expect(result).toMatchObject({ counts: { failed: 1, guests: 1 } });
  expect(result.ok && result.errors).toEqual([expect.stringMatching(/^a: /)]);
  expect(await idsOf(store)).toEqual(['a', 'here']);
});
