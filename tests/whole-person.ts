import {
  answers,
  attemptAliases,
  attempts,
  authenticators,
  continueCodes,
  followUps,
  identities,
  importBatches,
  importRows,
  invitations,
  jobs,
  lessonProgress,
  loginSessions,
  mails,
  nextSteps,
  oneTimeTokens,
  passkeys,
  passwords,
  peopleApart,
  personMerges,
  recoveryCodes,
} from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { addToCounts } from '~/domain/reporting/add-to-counts.server';
import {
  AT,
  makeCertificate,
  makeCompletion,
  makeConsent,
  makeEnrolment,
  makeGrant,
  makePerson,
} from './factories';

const LATER = new Date(AT.getTime() + 60 * 60 * 1000);

/** What names or reaches the person that `makeWholePerson` makes; nobody else has any of it. */
export const MARKS = {
  name: '架空寺 花世',
  kana: 'カクウデラ　ハナヨ',
  kanaKey: 'カクウデラハナヨ',
  email: 'Hanayo@kakuu.example.jp',
  emailKey: 'hanayo@kakuu.example.jp',
  number: '700000000017',
};

export type Surroundings = {
  courseId: string;
  organisationId: string;
  /** An officer and somebody of the same area. */
  officerId: string;
  otherId: string;
};

/** A person with a row in every table that can hold one of hers, and a second record that was merged into hers. */
export async function makeWholePerson(db: Db, around: Surroundings): Promise<{ id: string }> {
  const { courseId, organisationId, officerId, otherId } = around;
  const id = 'whole';
  const { name, kana, kanaKey, email, emailKey, number } = MARKS;
  const named = { name, kana, kanaKey, email, emailKey, birthYear: 1961, sex: 'female' } as const;
  await makePerson(db, { id, ...named, number, enrolledAreaCode: '271403', lastSeenAt: AT });
  await makePerson(db, { id: 'whole-2', ...named, number: '700000000025' });
  await db
    .insert(personMerges)
    .values({ id: 'merge', keptId: id, mergedId: 'whole-2', mergedBy: officerId, mergedAt: AT });
  await db
    .insert(peopleApart)
    .values({ firstId: otherId, secondId: id, decidedBy: officerId, decidedAt: AT });
  await db.insert(passwords).values({ personId: id, hash: 'hash-of-hers', changedAt: AT });
  const inTime = { createdAt: AT, expiresAt: LATER };
  await db.insert(loginSessions).values({
    idHash: 'login-hash',
    personId: id,
    publicId: 'login',
    device: 'Firefox',
    ...inTime,
  });
  await db.insert(continueCodes).values({ codeHash: 'continue-hash', personId: id, ...inTime });
  await makeWaysIn(db, { id, officerId, emailKey });

  const { id: enrolmentId } = await makeEnrolment(db, { personId: id, courseId, finishedAt: AT });
  const step = { enrolmentId, lessonId: `${courseId}-kizuku`, versionId: `${courseId}-v1` };
  await db.insert(lessonProgress).values({ ...step, openedAt: AT, doneAt: AT });
  await db
    .insert(nextSteps)
    .values({ personId: id, family: 'gatekeeper', step: 'greet', chosenAt: AT });
  const asked = {
    programmeCode: 'gatekeeper-first-step',
    way: 'mail',
    dueDay: '2027-02-01',
  } as const;
  await db.insert(followUps).values({
    id: 'follow-up',
    personId: id,
    enrolmentId,
    ...asked,
    ...{ reminders: 1, tokenHash: 'follow-up-hash', chosenAt: AT },
  });
  const graded = { submittedAt: AT, correctCount: 1, questionCount: 1, quizHash: 'q' };
  await db.insert(attempts).values({
    id: 'attempt',
    personId: id,
    courseId,
    number: 1,
    startedAt: AT,
    ...step,
    ...graded,
  });
  await db.insert(attemptAliases).values({ id: 'alias', attemptId: 'attempt', createdAt: AT });
  const times = { answeredAt: AT, savedAt: AT };
  await db
    .insert(answers)
    .values({ attemptId: 'attempt', questionId: 'q1', response: ['b'], correct: true, ...times });

  for (const [personId, programmeCode] of [
    [id, 'gatekeeper-first-step'],
    ['whole-2', 'gatekeeper-standard'],
  ] as const) {
    const done = { personId, organisationId, courseId, municipalityCode: '271411', programmeCode };
    const completion = await makeCompletion(db, { ...done, sex: 'female' });
    await addToCounts(db, { completionId: completion.id });
    await makeCertificate(db, {
      id: `certificate-${personId}`,
      code: personId === id ? 'WH0LE0000001' : 'WH0LE0000002',
      ...{ personId, completionId: completion.id, organisationId, programmeCode },
      serial: personId === id ? 9001 : 9002,
      holderName: name,
      holderKana: kana,
    });
  }
  await makeConsent(db, { personId: id, areaCode: '271403' });
  await makeConsent(db, { personId: 'whole-2', organisationId, withdrawnAt: LATER });
  await makeLists(db, { id, officerId });

  const mail = { kind: 'magic-link', subject: 'つなぐ', body: 'https://tsunagu.example.jp/link' };
  await db.insert(mails).values({ id: 'mail', toAddress: email, createdAt: AT, ...mail });
  const old = { toAddress: 'furui@kakuu.example.jp', personId: id };
  await db.insert(mails).values({ id: 'old-mail', createdAt: AT, ...mail, ...old });
  await db.insert(jobs).values({
    id: 'mail-job',
    kind: 'mail',
    payload: { id: 'mail' },
    lastError: `550 no such user <${email}>`,
    ...{ runAt: AT, createdAt: AT },
  });
  const view = { action: 'person.view', subjectKind: 'person', areaCode: '271403' };
  const look = { at: AT, actorId: officerId, ...view, purpose: '名簿の確認' };
  await recordAudit(db, { ...look, subjectId: id, detail: { rows: 1 } });
  return { id };
}

type Of = { id: string; officerId: string };

async function makeWaysIn(db: Db, { id, officerId, emailKey }: Of & { emailKey: string }) {
  const created = { createdAt: AT };
  await db.insert(passkeys).values({
    id: 'credential',
    personId: id,
    publicKey: 'public-key',
    ...{ counter: 3, transports: ['internal'], label: '花世のスマートフォン', backedUp: true },
    ...created,
  });
  await db
    .insert(authenticators)
    .values({ personId: id, sealedSecret: 'sealed-secret', keyId: 'key', ...created });
  await db.insert(recoveryCodes).values({ codeHash: 'recovery-hash', personId: id, ...created });
  const expires = { expiresAt: LATER, ...created };
  await db
    .insert(oneTimeTokens)
    .values({ tokenHash: 'challenge', purpose: 'passkey', personId: id, detail: {}, ...expires });
  await db
    .insert(oneTimeTokens)
    .values({ tokenHash: 'link', purpose: 'magic-link', detail: { emailKey }, ...expires });
  await db.insert(identities).values({
    issuer: 'https://city.example.jp',
    subject: 'hanayo-1961',
    personId: id,
    ...created,
  });
  const invitation = { role: 'trainer', maxUses: 1, ...expires } as const;
  await db.insert(invitations).values([
    { id: 'to-her', tokenHash: 'a', note: `${MARKS.name}様`, createdBy: officerId, ...invitation },
    { id: 'by-her', tokenHash: 'b', note: '講師の方', createdBy: id, ...invitation },
  ]);
  await makeGrant(db, { personId: id, role: 'trainer', invitationId: 'to-her' });
}

async function makeLists(db: Db, { id, officerId }: Of) {
  const batch = { areaCode: '271403', officerId, fileName: '名簿.csv', fileHash: 'f', mapping: {} };
  await db.insert(importBatches).values({
    id: 'batch',
    ...batch,
    header: ['氏名'],
    ...({ state: 'done', total: 3, taken: 1, refused: 2, createdAt: AT, doneAt: AT } as const),
  });
  const row = { batchId: 'batch', cells: [MARKS.name, MARKS.kana, MARKS.email] };
  await db.insert(importRows).values([
    { ...row, rowNumber: 2, state: 'taken', rowKey: 'key-of-hers', personId: id },
    { ...row, rowNumber: 3, state: 'refused', rowKey: 'key-of-hers' },
    { ...row, rowNumber: 4, state: 'refused', cells: [MARKS.name, '1961'] },
    { ...row, rowNumber: 5, state: 'refused', cells: ['別の人', '1961'], rowKey: 'other' },
  ]);
}
