import type { AnyColumn, Kit } from '../kit.server';

export type QuestionPhase = 'before' | 'after' | 'later';
export type FollowUpWay = 'mail' | 'code';

type Earlier = { people: { id: AnyColumn }; enrolments: { id: AnyColumn } };

/** What learners say of themselves before and after a course, and who is asked again months later. */
export function defineQuestionnaires(k: Kit, { people, enrolments }: Earlier) {
  /**
   * Nobody's name, number or record: the pair key is a keyed digest, by which the answers of one learner
   * to one course in one cycle stand together and from which nobody is found. No time but the month.
   */
  const questionnaireAnswers = k.table(
    'questionnaire_answers',
    {
      pairKey: k.text('pair_key').notNull(),
      phase: k.text('phase').$type<QuestionPhase>().notNull(),
      programmeCode: k.text('programme_code').notNull(),
      /** Null for a learner without an account, who counts for no municipality. */
      municipalityCode: k.text('municipality_code'),
      prefectureCode: k.text('prefecture_code'),
      fiscalYear: k.int('fiscal_year').notNull(),
      month: k.text('month').notNull(),
      /** Hash of the items as they were asked: only answers to the same ones are compared. */
      version: k.text('version').notNull(),
      /** 1 to 5 by item; of the four deeds 1 yes, 2 not yet, 3 rather not said. What was left out is absent. */
      answers: k.json<Record<string, number>>('answers').notNull(),
      /** Made up, for a database of demo people. */
      demo: k.bool('demo').notNull().default(false),
    },
    (t) => [
      k.primaryKey({ columns: [t.pairKey, t.phase] }),
      k.index('questionnaire_answers_year').on(t.fiscalYear, t.phase, t.prefectureCode),
    ],
  );

  /** Who agreed to be asked once more. Of the code and of the links in mails only digests are kept. */
  const followUps = k.table(
    'follow_ups',
    {
      id: k.text('id').primaryKey(),
      personId: k
        .text('person_id')
        .notNull()
        .references(() => people.id),
      enrolmentId: k
        .text('enrolment_id')
        .notNull()
        .references(() => enrolments.id),
      /** Of the enrolment, when she chose. */
      cycle: k.int('cycle').notNull().default(1),
      programmeCode: k.text('programme_code').notNull(),
      way: k.text('way').$type<FollowUpWay>().notNull(),
      /** The words the mail is written in; null for the original. */
      edition: k.text('edition').$type<'easy' | 'en'>(),
      /** JST day YYYY-MM-DD. */
      dueDay: k.text('due_day').notNull(),
      /** How many reminders may follow. */
      reminders: k.int('reminders').notNull(),
      codeHash: k.text('code_hash').unique(),
      tokenHash: k.text('token_hash').unique(),
      reminderTokenHash: k.text('reminder_token_hash').unique(),
      chosenAt: k.time('chosen_at').notNull(),
      sentAt: k.time('sent_at'),
      remindedAt: k.time('reminded_at'),
      /** By a link in a mail or by herself. It holds for good. */
      stoppedAt: k.time('stopped_at'),
      answeredAt: k.time('answered_at'),
    },
    (t) => [
      k.uniqueIndex('follow_ups_once').on(t.enrolmentId, t.cycle),
      k.index('follow_ups_person').on(t.personId),
      k.index('follow_ups_due').on(t.way, t.dueDay),
    ],
  );

  return { questionnaireAnswers, followUps };
}
