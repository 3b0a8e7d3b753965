import type { Db } from '~/db/store.server';
import { findAttemptRows } from '~/domain/assessment/find-attempt-rows.server';
import { findAuditRowsOf } from '~/domain/audit/find-audit-rows-of.server';
import { findCertificatesOf } from '~/domain/certificates/find-certificates-of.server';
import { findConsents } from '~/domain/consents/find-consents.server';
import { findArtifact } from '~/domain/courses/find-artifact.server';
import { findEntryRows } from '~/domain/entry/find-entry-rows.server';
import { findImportRowsOf } from '~/domain/imports/find-import-rows-of.server';
import { findLearningRows } from '~/domain/learning/find-learning-rows.server';
import { findMailRows } from '~/domain/mail/find-mail-rows.server';
import { findAccountRows } from '~/domain/people/find-account-rows.server';
import { findContactMarks } from '~/domain/people/find-contact-marks.server';
import { findSamePeople } from '~/domain/people/find-same-people.server';
import { findFollowUpRows } from '~/domain/questionnaires/find-follow-up-rows.server';
import { parseQuiz, type Quiz } from '~/content/quiz.server';
import { plainText } from '~/content/tree';

export type RecordRow = Record<string, unknown>;

/** By the table it is kept in. */
export type OwnRecord = Record<string, RecordRow[]>;

/** Everything that is kept about one person, in all of her records, in the order in which it is read. */
export async function collectOwnRecord(
  db: Db,
  { personId }: { personId: string },
): Promise<OwnRecord> {
  const personIds = await findSamePeople(db, { personId });
  const { emailKeys } = await findContactMarks(db, { personIds });
  const account = await findAccountRows(db, { personIds });
  const { people, ...rest } = account;
  const { attempts, attemptAliases, answers } = await findAttemptRows(db, { personIds });
  const certificates = await findCertificatesOf(db, { personId });
  return {
    people,
    consents: await findConsents(db, { personId }),
    ...(await findLearningRows(db, { personIds })),
    certificates: certificates.map(({ withdrawnBy: _, ...certificate }) => certificate),
    attempts,
    attemptAliases,
    answers: await withWords(db, attempts, answers),
    ...(await findFollowUpRows(db, { personIds })),
    ...rest,
    ...(await findEntryRows(db, { personIds, emailKeys })),
    ...(await findMailRows(db, { personIds, emailKeys })),
    ...(await findImportRowsOf(db, { personIds })),
    ...(await findAuditRowsOf(db, { personIds })),
  };
}

type Rows = Awaited<ReturnType<typeof findAttemptRows>>;

/** Each answer with the question and the choices as she read them. */
async function withWords(db: Db, attempts: Rows['attempts'], answers: Rows['answers']) {
  const quizzes = new Map<string, Quiz | null>();
  const hashOf = new Map(attempts.map(({ id, quizHash }) => [id, quizHash]));
  for (const hash of new Set(hashOf.values())) {
    const artifact = await findArtifact(db, { hash });
    quizzes.set(hash, artifact ? parseQuiz(artifact) : null);
  }
  return answers.map((answer) => {
    const quiz = quizzes.get(hashOf.get(answer.attemptId) ?? '');
    const question = quiz?.questions.find(({ id }) => id === answer.questionId);
    const chosen = answer.response.map((id) => {
      const option = question?.options.find((one) => one.id === id);
      return option ? plainText(option.text) : id;
    });
    return { ...answer, question: question ? plainText(question.text) : null, chosen };
  });
}
