import { createHash, createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reportBound } from '~/auth/policies/report';
import type { Questionnaire } from '~/content/questionnaire';
import {
  enrolments,
  followUps,
  jobs,
  mails,
  people,
  personMerges,
  questionnaireAnswers,
} from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { beginCycle } from '~/domain/learning/begin-cycle.server';
import { findEnrolment } from '~/domain/learning/find-enrolment.server';
import { findAnsweredPhases } from '~/domain/questionnaires/find-answered-phases.server';
import { findEffect } from '~/domain/reporting/find-effect.server';
import { findReportArea } from '~/domain/reporting/find-report-area.server';
import { pairKeysOf } from '~/auth/pair-keys.server';
import {
  AT,
  makeCourse,
  makeEnrolment,
  makeGuest,
  makePerson,
  makeRegion,
} from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { answerFollowUp } from './answer-follow-up.server';
import { askedQuestions, isAskedIn } from './asked-questions';
import { chooseFollowUp, dueDayOf } from './choose-follow-up.server';
import { claimLearning } from './claim-learning.server';
import { erasePerson } from './erase-person.server';
import { keepQuestionnaire } from './keep-questionnaire.server';
import { sendFollowUps } from './send-follow-ups.server';
import { stopFollowUps } from './stop-follow-ups.server';

const CODE = 'gatekeeper-first-step';
const SECRETS = { secret: 'n'.repeat(40), olderSecrets: [] as string[] };
const jst = (text: string) => new Date(`${text}+09:00`);
const item = (id: string, part: 'knowledge' | 'confidence') => ({
  ...{ id, part, text: id, easy: id, en: id },
});
const QUESTIONNAIRE: Questionnaire = {
  code: 'gatekeeper',
  version: 'v1',
  items: [item('signs', 'knowledge'), item('speak', 'confidence')],
};

let store: Store;
let courseId: string;
beforeEach(async () => {
  store = openTestStore();
  await store.tx(async (db) => {
    await makeRegion(db, { code: '270008', kind: 'prefecture', name: '大阪府', searchKey: '' });
    await makeRegion(db);
    await makeRegion(db, { code: '271004', name: '大阪市', searchKey: '' });
    courseId = (await makeCourse(db, { id: 'course' })).id;
  });
});
afterEach(() => store.close());

const rows = () => store.read.select().from(questionnaireAnswers);

async function enrol(over: Parameters<typeof makePerson>[1] | null = {}) {
  return store.tx(async (db) => {
    const { id: personId } = over ? await makePerson(db, over) : await makeGuest(db);
    return makeEnrolment(db, { personId, courseId, finishedAt: AT });
  });
}

type Kept = Partial<Parameters<typeof keepQuestionnaire>[2]>;
function keep(
  { cycle = 1, ...learns }: { id: string; personId: string; cycle?: number },
  over: Kept = {},
  secrets = SECRETS,
) {
  const enrolment = { ...learns, cycle };
  const given = { phase: 'before', programmeCode: CODE, version: 'v1', at: AT } as const;
  return store.tx((db) =>
    keepQuestionnaire(db, secrets, { enrolment, ...given, answers: { signs: 3 }, ...over }),
  );
}

test('answers bear a key, a month and a municipality, and nobody’s id', async () => {
  const enrolment = await enrol();
  await keep(enrolment);
  const [row] = await rows();
  expect(row).toMatchObject({
    ...{ phase: 'before', municipalityCode: '271403', prefectureCode: '270008' },
    ...{ fiscalYear: 2026, month: '2026-09', answers: { signs: 3 } },
  });
  const text = JSON.stringify(row);
  expect(text).not.toContain(enrolment.id);
  expect(text).not.toContain(enrolment.personId);
});

test('two clicks at once are one answer; the later one of the month stands, and in the next month the first', async () => {
  const enrolment = await enrol();
  await Promise.all([keep(enrolment), keep(enrolment)]);
  expect(await keep(enrolment, { answers: { signs: 5 } })).toEqual({ kept: true });
  expect(await keep(enrolment, { at: jst('2026-10-01T00:00'), answers: { signs: 1 } })).toEqual({
    kept: false,
  });
  expect(await rows()).toMatchObject([{ month: '2026-09', answers: { signs: 5 } }]);
});

test('nothing said is no answer, and takes nothing away', async () => {
  const enrolment = await enrol();
  expect(await keep(enrolment, { answers: {} })).toEqual({ kept: false });
  expect(await rows()).toEqual([]);
  await keep(enrolment);
  await keep(enrolment, { answers: {} });
  expect(await rows()).toMatchObject([{ answers: { signs: 3 } }]);
});

test('after the secret was changed both stand under one key', async () => {
  const enrolment = await enrol();
  await keep(enrolment);
  const rotated = { secret: 'm'.repeat(40), olderSecrets: [SECRETS.secret] };
  await keep(enrolment, { phase: 'after' }, rotated);
  const kept = await rows();
  expect(kept.map(({ phase }) => phase).sort()).toEqual(['after', 'before']);
  expect(new Set(kept.map(({ pairKey }) => pairKey)).size).toBe(1);
  const pairKeys = pairKeysOf(rotated, { enrolmentId: enrolment.id, cycle: 1 });
  const phases = (await findAnsweredPhases(store.read, { pairKeys })).map(({ phase }) => phase);
  expect(phases.sort()).toEqual(['after', 'before']);
});

test('a guest counts for no municipality, and for hers with everything once she has an account', async () => {
  const enrolment = await enrol(null);
  await keep(enrolment);
  expect(await rows()).toMatchObject([{ municipalityCode: null, prefectureCode: null }]);
  await store.tx(async (db) => {
    const { id } = await makePerson(db);
    await db.update(enrolments).set({ personId: id });
  });
  await keep(
    { ...enrolment, personId: (await store.read.select().from(enrolments))[0]!.personId },
    {
      phase: 'after',
    },
  );
  expect((await rows()).map(({ municipalityCode }) => municipalityCode)).toEqual([
    '271403',
    '271403',
  ]);
});

test('the last night of March is the old fiscal year, the first of April the new one', async () => {
  const [one, other] = [await enrol(), await enrol()];
  await keep(one, { at: jst('2027-03-31T23:59:59') });
  await keep(other, { at: jst('2027-04-01T00:00:00') });
  expect((await rows()).map(({ fiscalYear, month }) => [fiscalYear, month])).toEqual([
    [2026, '2027-03'],
    [2027, '2027-04'],
  ]);
});

const OPERATOR = [{ role: 'operator' as const, areaCode: null, organisationId: null }];

async function effectOf(code: string, at = jst('2026-10-02T09:00'), fiscalYear = 2026) {
  const within = reportBound(OPERATOR);
  const area = await findReportArea(store.read, { code, within });
  const [effect] = await findEffect(store.read, { area: area!, fiscalYear, at });
  return effect;
}

async function answered(
  count: number,
  over: Parameters<typeof makePerson>[1] | null = {},
  kept: Kept = {},
) {
  for (let i = 0; i < count; i += 1) {
    const enrolment = await enrol(over);
    await keep(enrolment, { answers: { signs: 2 } });
    const after = { signs: 4, satisfied: i === 0 ? 3 : 5 };
    await keep(enrolment, { phase: 'after', answers: after, ...kept });
  }
}

test('nine answers are not shown, ten are: means of the paired, and the share that agrees', async () => {
  await answered(9);
  expect(await effectOf('271403')).toMatchObject({ before: 'few', after: 'few', paired: 'few' });
  expect((await effectOf('271403'))!.changes).toEqual({ signs: 'few' });
  await answered(1);
  expect(await effectOf('271403')).toMatchObject({
    ...{ before: 10, after: 10, paired: 10, later: 0 },
    changes: { signs: { n: 10, before: 2, after: 4 } },
    tallies: { after: { satisfied: { n: 10, by: { 3: 2, 5: 8 } } } },
  });
});

test('only answers to the same questions are compared', async () => {
  await answered(10);
  await answered(3, {}, { version: 'v2' });
  expect(await effectOf('271403')).toMatchObject({ before: 13, after: 13, paired: 10 });
});

test('a pair belongs to the year of its second answer', async () => {
  for (let i = 0; i < 10; i += 1) {
    const enrolment = await enrol();
    await keep(enrolment, { at: jst('2027-03-31T23:00') });
    await keep(enrolment, { phase: 'after', at: jst('2027-04-01T01:00') });
  }
  expect(await effectOf('271403', jst('2027-05-01T00:00'), 2026)).toMatchObject({
    before: 10,
    after: 0,
  });
  expect(await effectOf('271403', jst('2027-05-01T00:00'), 2027)).toMatchObject({
    after: 10,
    paired: 10,
  });
});

test('a month is counted when it is over', async () => {
  await answered(10);
  expect(await effectOf('271403', jst('2026-09-30T23:59'))).toBeUndefined();
  expect(await effectOf('271403', jst('2026-10-01T00:00'))).toMatchObject({ after: 10 });
});

test('what could be found by subtraction is not shown either; who has no municipality counts in all only', async () => {
  await answered(12);
  await answered(3, { municipalityCode: '271004' });
  expect(await effectOf('271004')).toMatchObject({ after: 'few' });
  expect(await effectOf('271403')).toMatchObject({ after: 'others' });
  expect(await effectOf('270008')).toMatchObject({ after: 15 });
  await answered(2, null);
  expect(await effectOf('000000')).toMatchObject({ after: 17 });
  expect(await effectOf('270008')).toMatchObject({ after: 'others' });
});

const programme = { code: CODE, followUp: { afterMonths: 3, reminders: 1 as const } };
const PROGRAMMES = [
  {
    ...{ code: CODE, title: 'はじめの一歩', minutes: 30, parts: [], attests: null },
    completion: { rightShare: 0.6 },
    live: { required: false },
  },
];
const MAIL = { mail: 'smtp' as const, origin: 'https://tsunagu.example.jp' };
const EMAIL = { email: 'a@example.jp', emailKey: 'a@example.jp' };
const DUE = jst('2026-12-15T09:30');
const later = (days: number) => new Date(DUE.getTime() + days * 86_400_000);

async function choose(enrolment: { personId: string }, way: 'mail' | 'code' | 'none', at = AT) {
  const found = await findEnrolment(store.read, { personId: enrolment.personId, courseId });
  return chooseFollowUp(
    { store, secret: SECRETS.secret, mail: 'smtp' },
    { enrolment: { ...found!, finishedAt: AT }, programme, way, edition: null, at },
  );
}
const send = (at: Date, mail: 'smtp' | 'none' = 'smtp') =>
  sendFollowUps(store, { ...MAIL, mail, at });
const sentMails = () => store.read.select().from(mails);
const asked = async () => (await store.read.select().from(followUps))[0]!;
const tokenOf = (body: string) => /follow-up\/([0-9a-f]{64})\n/.exec(body)![1]!;
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const answer = (id: string, fields: Record<string, string>, at = DUE) =>
  answerFollowUp(
    { store, ...SECRETS },
    { id, questionnaire: QUESTIONNAIRE, form: form(fields), at },
  );

test('the day is counted from the finish on Japan’s clock, or from today where that is over', () => {
  const day = (finished: string, at: string) => dueDayOf(jst(finished), 3, jst(at));
  expect(day('2026-09-01T00:10', '2026-09-01T01:00')).toBe('2026-12-01');
  expect(day('2026-08-31T23:59', '2026-09-02T09:00')).toBe('2026-11-30');
  expect(day('2026-01-10T12:00', '2026-06-30T09:00')).toBe('2026-09-30');
});

test('she is written to on the day, once more after fourteen days, and no more', async () => {
  const enrolment = await enrol(EMAIL);
  expect(await choose(enrolment, 'mail')).toEqual({ ok: true, code: null });
  expect(await send(later(-1))).toEqual({ first: 0, reminder: 0 });
  expect(await send(DUE, 'none')).toEqual({ first: 0, reminder: 0 });
  expect(await send(DUE)).toEqual({ first: 1, reminder: 0 });
  expect(await send(later(1))).toEqual({ first: 0, reminder: 0 });
  expect(await send(later(14))).toEqual({ first: 0, reminder: 1 });
  expect(await send(later(40))).toEqual({ first: 0, reminder: 0 });
  const [first, reminder] = await sentMails();
  const token = tokenOf(first!.body);
  expect(first).toMatchObject({
    toAddress: EMAIL.email,
    stopUrl: `${MAIL.origin}/follow-up/${token}/stop`,
  });
  expect(first!.body).toContain(first!.stopUrl);
  const digest = createHash('sha256').update(token).digest('hex');
  expect(await asked()).toMatchObject({ tokenHash: digest });
  expect(JSON.stringify(await store.read.select().from(followUps))).not.toContain(token);
  expect(tokenOf(reminder!.body)).not.toBe(token);
});

test('a stop before the mail left takes it back; it holds for good, by either link, twice as once', async () => {
  const enrolment = await enrol(EMAIL);
  await choose(enrolment, 'mail');
  await send(DUE);
  const token = tokenOf((await sentMails())[0]!.body);
  expect(await stopFollowUps(store, { token, at: DUE })).toEqual({ known: true });
  expect(await sentMails()).toEqual([]);
  const { stoppedAt } = await asked();
  await stopFollowUps(store, { token, at: later(3) });
  expect((await asked()).stoppedAt).toEqual(stoppedAt);
  expect(await send(later(14))).toEqual({ first: 0, reminder: 0 });
  expect(await choose(enrolment, 'mail', later(20))).toEqual({ ok: false, reason: 'stopped' });
  expect(await stopFollowUps(store, { token: 'x', at: DUE })).toEqual({ known: false });
});

test('a stop after the first mail was sent: no reminder', async () => {
  await choose(await enrol(EMAIL), 'mail');
  await send(DUE);
  const token = tokenOf((await sentMails())[0]!.body);
  await store.tx((db) => db.update(mails).set({ sentAt: DUE, body: '' }));
  await stopFollowUps(store, { token, at: later(2) });
  expect(await send(later(14))).toEqual({ first: 0, reminder: 0 });
  expect(await sentMails()).toHaveLength(1);
});

test('an answer is kept once, ends the mails, and is found under the key of its course', async () => {
  const enrolment = await enrol(EMAIL);
  await keep(enrolment, { phase: 'after' });
  await choose(enrolment, 'mail');
  await send(DUE);
  const { id } = await asked();
  expect(await answer(id, {})).toEqual({ answered: false });
  const fields = {
    'q-noticed': '1',
    'q-spoke': '2',
    'q-speak': '5',
    'q-signs': '5',
    'q-listened': '9',
  };
  await Promise.all([answer(id, fields), answer(id, fields)]);
  const kept = await rows();
  expect(kept).toHaveLength(2);
  expect(kept.find(({ phase }) => phase === 'later')).toMatchObject({
    answers: { noticed: 1, spoke: 2, speak: 5 },
    pairKey: kept.find(({ phase }) => phase === 'after')!.pairKey,
  });
  expect(await sentMails()).toEqual([]);
  expect(await send(later(14))).toEqual({ first: 0, reminder: 0 });
});

test('without an address there is a code; a new one takes the place of the old, and only digests are kept', async () => {
  const enrolment = await enrol(null);
  expect(await choose(enrolment, 'mail')).toEqual({ ok: false, reason: 'no-address' });
  const first = await choose(enrolment, 'code');
  const { codeHash } = await asked();
  const second = await choose(enrolment, 'code');
  expect(first.ok && second.ok && first.code !== second.code).toBe(true);
  expect((await asked()).codeHash).not.toBe(codeHash);
  expect(await send(DUE)).toEqual({ first: 0, reminder: 0 });
});

test('two records of one person are asked once', async () => {
  const [one, other] = [await enrol(EMAIL), await enrol(EMAIL)];
  await choose(one, 'mail');
  await choose(other, 'mail');
  await store.tx((db) =>
    db.insert(personMerges).values({
      ...{ id: 'm', keptId: one.personId, mergedId: other.personId, mergedBy: 'x', mergedAt: AT },
    }),
  );
  expect(await send(DUE)).toEqual({ first: 1, reminder: 0 });
});

const claim = (guest: { personId: string }, toPersonId: string, secrets = SECRETS) =>
  claimLearning(
    { store, ...secrets },
    { fromPersonId: guest.personId, toPersonId, programmes: PROGRAMMES, at: AT },
  );

test('what a guest chose goes with her learning into her account', async () => {
  const guest = await enrol(null);
  await choose(guest, 'code');
  const { id: personId } = await store.tx((db) => makePerson(db, EMAIL));
  await claim(guest, personId);
  expect(await asked()).toMatchObject({ personId, enrolmentId: guest.id });
});

test('where both began the course, what she chose herself stands', async () => {
  const [guest, own] = [await enrol(null), await enrol(EMAIL)];
  await choose(guest, 'code');
  await choose(own, 'mail');
  await claim(guest, own.personId);
  expect(await store.read.select().from(followUps)).toMatchObject([
    { way: 'mail', personId: own.personId },
  ]);
});

const pairs = async () => {
  const byKey = new Map<string, string[]>();
  for (const { pairKey, phase } of await rows())
    byKey.set(pairKey, [...(byKey.get(pairKey) ?? []), phase].sort());
  return [...byKey.values()].sort();
};

test('what a guest answered and what she answers with her account are a pair, when both began the course', async () => {
  const [guest, own] = [await enrol(null), await enrol()];
  await keep(guest);
  await claim(guest, own.personId);
  await keep(own, { phase: 'after' });
  expect(await pairs()).toEqual([['after', 'before']]);
  const text = JSON.stringify(await rows());
  for (const id of [guest.id, guest.personId, own.id, own.personId]) expect(text).not.toContain(id);
});

test('it is a pair too when she answered with her account before, and when the secret changed between', async () => {
  const [guest, own] = [await enrol(null), await enrol()];
  await keep(own);
  const rotated = { secret: 'm'.repeat(40), olderSecrets: [SECRETS.secret] };
  await keep(guest, { phase: 'after' }, rotated);
  await claim(guest, own.personId, rotated);
  await keep(own, { phase: 'later' }, rotated);
  expect(await pairs()).toEqual([['after', 'before', 'later']]);
});

test('where both answered, what she said with her account stays, and she is counted once', async () => {
  const [guest, own, other] = [await enrol(null), await enrol(), await enrol()];
  await keep(guest, { answers: { signs: 1 } });
  await keep(guest, { phase: 'after' });
  await keep(own, { answers: { signs: 5 } });
  await keep(other);
  await Promise.all([claim(guest, own.personId), claim(guest, own.personId)]);
  expect(await pairs()).toEqual([['after', 'before'], ['before']]);
  const before = (await rows()).filter(({ phase }) => phase === 'before');
  expect(before.map(({ answers }) => answers.signs).sort()).toEqual([3, 5]);
});

const NEXT_YEAR = jst('2027-09-01T09:00');
const renew = (enrolment: { id: string }) =>
  store.tx((db) => beginCycle(db, { enrolmentId: enrolment.id, cycle: 2, at: NEXT_YEAR }));

test('answers of a renewal stand beside those of the first time, and are compared with their own', async () => {
  for (let i = 0; i < 10; i += 1) {
    const enrolment = await enrol();
    await keep(enrolment, { answers: { signs: 1 } });
    await keep(enrolment, { phase: 'after', answers: { signs: 3 } });
    await renew(enrolment);
    const again = { ...enrolment, cycle: 2 };
    await keep(again, { at: NEXT_YEAR, answers: { signs: 3 } });
    await keep(again, { phase: 'after', at: NEXT_YEAR, answers: { signs: 5 } });
  }
  expect(await effectOf('271403', jst('2027-10-01T00:00'), 2026)).toMatchObject({
    ...{ before: 10, after: 10, paired: 10 },
    changes: { signs: { before: 1, after: 3 } },
  });
  expect(await effectOf('271403', jst('2027-10-01T00:00'), 2027)).toMatchObject({
    ...{ before: 10, after: 10, paired: 10 },
    changes: { signs: { before: 3, after: 5 } },
  });
});

test('a renewal asks again from the beginning, and the key of the first time stays as it was', async () => {
  const enrolment = await enrol();
  await keep(enrolment);
  const phases = (cycle: number) =>
    findAnsweredPhases(store.read, {
      pairKeys: pairKeysOf(SECRETS, { enrolmentId: enrolment.id, cycle }),
    });
  expect([await phases(1), await phases(2)]).toEqual([[{ phase: 'before', month: '2026-09' }], []]);
  const { id: enrolmentId } = enrolment;
  const purpose = ['answers around a course', enrolmentId];
  const digest = createHmac('sha256', SECRETS.secret).update(JSON.stringify(purpose)).digest('hex');
  expect(await rows()).toMatchObject([{ pairKey: digest }]);
});

test('what she answered without her account belongs to the cycle in which she did', async () => {
  const [own, early, late] = [await enrol(), await enrol(null), await enrol(null)];
  await keep(own);
  await keep(early, { phase: 'after' });
  await renew(own);
  await store.tx((db) =>
    db.update(enrolments).set({ startedAt: NEXT_YEAR }).where(eq(enrolments.id, late.id)),
  );
  await keep(late, { at: NEXT_YEAR, phase: 'after' });
  await claim(early, own.personId);
  await claim(late, own.personId);
  await keep({ ...own, cycle: 2 }, { at: NEXT_YEAR });
  expect(await pairs()).toEqual([
    ['after', 'before'],
    ['after', 'before'],
  ]);
});

test('who answered months later is asked again after a renewal, when she chooses that', async () => {
  const enrolment = await enrol(EMAIL);
  await choose(enrolment, 'mail');
  await send(DUE);
  await answer((await asked()).id, { 'q-noticed': '1' });
  expect(await choose(enrolment, 'mail')).toEqual({ ok: false, reason: 'answered' });
  await renew(enrolment);
  expect(await choose(enrolment, 'mail', NEXT_YEAR)).toEqual({ ok: true, code: null });
  expect(await send(jst('2027-12-02T09:30'))).toEqual({ first: 1, reminder: 0 });
  const { id } = (await store.read.select().from(followUps)).find(({ cycle }) => cycle === 2)!;
  await answer(id, { 'q-noticed': '2' }, jst('2027-12-03T09:30'));
  const later = (await rows()).map(({ month, answers }) => [month, answers.noticed]);
  expect(later.sort()).toEqual([
    ['2026-12', 1],
    ['2027-12', 2],
  ]);
});

test('an answer to the mail of the first time stays with the first time, also after a renewal', async () => {
  const enrolment = await enrol(EMAIL);
  await keep(enrolment);
  await choose(enrolment, 'mail');
  await renew(enrolment);
  await answer((await asked()).id, { 'q-noticed': '1' });
  expect(await pairs()).toEqual([['before', 'later']]);
});

test('who is erased is asked no more; what was answered stays', async () => {
  const enrolment = await enrol(EMAIL);
  await keep(enrolment);
  await choose(enrolment, 'mail');
  await erasePerson(store, { personId: enrolment.personId, why: 'own-wish', at: AT });
  expect(await store.read.select().from(followUps)).toEqual([]);
  expect(await rows()).toHaveLength(1);
  expect(await send(DUE)).toEqual({ first: 0, reminder: 0 });
});

test('an address that is gone by then: nobody is written to, and once it is back she is', async () => {
  const enrolment = await enrol(EMAIL);
  await choose(enrolment, 'mail');
  const set = (email: string | null) =>
    store.tx((db) => db.update(people).set({ email }).where(eq(people.id, enrolment.personId)));
  await set(null);
  expect(await send(DUE)).toEqual({ first: 0, reminder: 0 });
  await set('b@example.jp');
  expect(await send(later(1))).toEqual({ first: 1, reminder: 0 });
  expect(await sentMails()).toMatchObject([{ toAddress: 'b@example.jp' }]);
  expect(await store.read.select().from(jobs)).toMatchObject([{ kind: 'mail' }]);
});

test('a course that is chosen for half an hour more asks nothing of its own', () => {
  const parts = [
    { name: '共通', minutes: 90, take: 'all' as const, courses: ['common'] },
    { name: '選択', minutes: 30, take: 'one' as const, courses: ['stress', 'work'] },
  ];
  expect(isAskedIn({ parts }, 'common')).toBe(true);
  expect(isAskedIn({ parts }, 'work')).toBe(false);
  expect(isAskedIn({ parts }, 'elsewhere')).toBe(false);
  expect(askedQuestions(QUESTIONNAIRE, 'later').items.map(({ id }) => id)).toEqual(['speak']);
});
