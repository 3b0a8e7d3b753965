import { sql } from 'drizzle-orm';
import type { AnyColumn, Kit } from '../kit.server';

/** One id for single choice, true/false and scenario; a set for multiple choice; a sequence for put-in-order. */
export type Response = string[];

type Earlier = {
  people: { id: AnyColumn };
  courses: { id: AnyColumn };
  enrolments: { id: AnyColumn };
};

export function defineAssessment(k: Kit, { people, courses, enrolments }: Earlier) {
  /** Immutable once submitted; never added together. */
  const attempts = k.table(
    'attempts',
    {
      id: k.text('id').primaryKey(),
      enrolmentId: k
        .text('enrolment_id')
        .notNull()
        .references(() => enrolments.id),
      personId: k
        .text('person_id')
        .notNull()
        .references(() => people.id),
      courseId: k
        .text('course_id')
        .notNull()
        .references(() => courses.id),
      lessonId: k.text('lesson_id').notNull(),
      versionId: k.text('version_id').notNull(),
      quizHash: k.text('quiz_hash').notNull(),
      /** 1, 2, 3 … within enrolment and lesson: two starts at once cannot both be number 2. */
      number: k.int('number').notNull(),
      startedAt: k.time('started_at').notNull(),
      submittedAt: k.time('submitted_at'),
      correctCount: k.int('correct_count'),
      questionCount: k.int('question_count').notNull(),
    },
    (t) => [
      k.uniqueIndex('attempts_number').on(t.enrolmentId, t.lessonId, t.number),
      /** One open attempt at a time, whichever device or tab asks. */
      k
        .uniqueIndex('attempts_open')
        .on(t.enrolmentId, t.lessonId)
        .where(sql`submitted_at is null`),
      k.index('attempts_person').on(t.personId),
    ],
  );

  const answers = k.table(
    'answers',
    {
      attemptId: k
        .text('attempt_id')
        .notNull()
        .references((): AnyColumn => attempts.id),
      questionId: k.text('question_id').notNull(),
      response: k.json<Response>('response').notNull(),
      /** When the learner chose, by her device, never later than `savedAt`: the newest choice wins between devices. */
      answeredAt: k.time('answered_at').notNull(),
      savedAt: k.time('saved_at').notNull(),
      /** Set when the attempt is graded. */
      correct: k.bool('correct'),
    },
    (t) => [k.primaryKey({ columns: [t.attemptId, t.questionId] })],
  );

  /**
   * Ids under which a device without network began an attempt that was open already, or that became part
   * of another one: what arrives under them belongs to that attempt.
   */
  const attemptAliases = k.table(
    'attempt_aliases',
    {
      id: k.text('id').primaryKey(),
      attemptId: k
        .text('attempt_id')
        .notNull()
        .references((): AnyColumn => attempts.id),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.index('attempt_aliases_attempt').on(t.attemptId)],
  );

  /** How often each option was chosen in submitted attempts. `optionId` "*" counts the submitted answers. */
  const optionTallies = k.table(
    'option_tallies',
    {
      courseId: k
        .text('course_id')
        .notNull()
        .references(() => courses.id),
      questionId: k.text('question_id').notNull(),
      optionId: k.text('option_id').notNull(),
      chosen: k.int('chosen').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.courseId, t.questionId, t.optionId] })],
  );

  return { attempts, attemptAliases, answers, optionTallies };
}
