import type { AnyColumn, Kit } from '../kit.server';
import type { MunicipalityRelation, Sex } from './people';

type Earlier = {
  people: { id: AnyColumn };
  courses: { id: AnyColumn };
  programmes: { code: AnyColumn };
};

export function defineLearning(k: Kit, { people, courses, programmes }: Earlier) {
  const enrolments = k.table(
    'enrolments',
    {
      id: k.text('id').primaryKey(),
      personId: k
        .text('person_id')
        .notNull()
        .references(() => people.id),
      courseId: k
        .text('course_id')
        .notNull()
        .references(() => courses.id),
      /** The version last opened; attempts and lesson progress keep their own. */
      versionId: k.text('version_id').notNull(),
      organisationId: k.text('organisation_id'),
      /** Where to resume. */
      lastLessonId: k.text('last_lesson_id'),
      /** The edition she read last, so that she goes on in it; null for the original. */
      edition: k.text('edition').$type<'easy' | 'en'>(),
      startedAt: k.time('started_at').notNull(),
      lastSeenAt: k.time('last_seen_at').notNull(),
      /** When the programme's rule was first met, also for a learner who has no account yet. */
      finishedAt: k.time('finished_at'),
      /** 1 until she renews what she completed; each renewal is learned anew from `cycleBegunAt` on. */
      cycle: k.int('cycle').notNull().default(1),
      cycleBegunAt: k.time('cycle_begun_at'),
    },
    (t) => [
      k.uniqueIndex('enrolments_person_course').on(t.personId, t.courseId),
      k.index('enrolments_course').on(t.courseId, t.finishedAt),
    ],
  );

  const lessonProgress = k.table(
    'lesson_progress',
    {
      enrolmentId: k
        .text('enrolment_id')
        .notNull()
        .references((): AnyColumn => enrolments.id),
      lessonId: k.text('lesson_id').notNull(),
      versionId: k.text('version_id').notNull(),
      openedAt: k.time('opened_at').notNull(),
      doneAt: k.time('done_at'),
      /** How far she read: the block, in the text of that hash, and when she was there. */
      placeBlock: k.int('place_block'),
      placeHash: k.text('place_hash'),
      placeAt: k.time('place_at'),
      /** The version up to which she has seen what changed; null while that is `versionId`. */
      knownVersionId: k.text('known_version_id'),
    },
    (t) => [k.primaryKey({ columns: [t.enrolmentId, t.lessonId] })],
  );

  /**
   * Written once, with the facts as they were on that day. Nothing here joins to live rows later:
   * a moved house or a renamed course never changes last year's return.
   */
  const completions = k.table(
    'completions',
    {
      id: k.text('id').primaryKey(),
      personId: k
        .text('person_id')
        .notNull()
        .references(() => people.id),
      programmeCode: k
        .text('programme_code')
        .notNull()
        .references(() => programmes.code),
      cycle: k.int('cycle').notNull(),
      /** Null when it was earned in a hall and no online course stands behind it. */
      courseId: k.text('course_id'),
      versionId: k.text('version_id'),
      organisationId: k.text('organisation_id'),
      hostName: k.text('host_name'),
      completedAt: k.time('completed_at').notNull(),
      /** JST day YYYY-MM-DD, JST month YYYY-MM, fiscal year (April to March) of `completedAt`. */
      day: k.text('day').notNull(),
      month: k.text('month').notNull(),
      fiscalYear: k.int('fiscal_year').notNull(),
      municipalityCode: k.text('municipality_code').notNull(),
      prefectureCode: k.text('prefecture_code').notNull(),
      municipalityRelation: k.text('municipality_relation').$type<MunicipalityRelation>().notNull(),
      audience: k.text('audience').notNull(),
      ageBand: k.text('age_band').notNull(),
      sex: k.text('sex').$type<Sex>(),
      demo: k.bool('demo').notNull().default(false),
    },
    (t) => [
      k.uniqueIndex('completions_once').on(t.personId, t.programmeCode, t.cycle),
      k.index('completions_area').on(t.municipalityCode, t.fiscalYear),
      k.index('completions_organisation').on(t.organisationId, t.fiscalYear),
    ],
  );

  return { enrolments, lessonProgress, completions };
}
