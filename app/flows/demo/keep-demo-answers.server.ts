import type { AppLoadContext } from '@remix-run/node';
import { and, asc, eq, isNotNull, lt, or } from 'drizzle-orm';
import type { Programme } from '~/content/library';
import type { Questionnaire } from '~/content/questionnaire';
import { completions, people, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { QuestionPhase } from '~/db/tables/questionnaires';
import { findCourse, type Course } from '~/domain/courses/find-course.server';
import { finishEnrolment } from '~/domain/learning/finish-enrolment.server';
import { startEnrolment } from '~/domain/learning/start-enrolment.server';
import { jstDates } from '~/lib/clock';
import { askedQuestions, possibleAnswers, questionnaireOf } from '../asked-questions';
import { keepQuestionnaire } from '../keep-questionnaire.server';
import { DEMO_SEED } from './demo-plan';
import { makeRandom, type Random } from './random';

const SAKAI = '271403';
/** How many of the city were asked, last fiscal year and this one. Of the last programme too few to be shown. */
const ASKED: [programmeCode: string, counts: [last: number, present: number]][] = [
  ['gatekeeper-first-step', [24, 36]],
  ['gatekeeper-standard', [14, 18]],
  ['tsunagari-supporter', [4, 6]],
];
const HOUR_MS = 3_600_000;
const LATER_MS = 93 * 24 * HOUR_MS;
/** Who answers at all, each time. */
const SHARES: Record<QuestionPhase, number> = { before: 0.92, after: 0.9, later: 0.65 };
const LEFT_OUT = 0.03;

type DemoContext = Pick<AppLoadContext, 'store' | 'secret' | 'olderSecrets'> & {
  content: Pick<AppLoadContext['content'], 'programmes' | 'questionnaires'>;
};
type Learned = { personId: string; completedAt: Date };

/** Lets some of the demo people of one city say something before and after a course and months later, as everybody does. */
export async function keepDemoAnswers(context: DemoContext, { at }: { at: Date }): Promise<void> {
  const random = makeRandom(DEMO_SEED + 3);
  const { fiscalYear } = jstDates(at);
  await context.store.tx(async (db) => {
    for (const [code, counts] of ASKED) {
      const programme = context.content.programmes.find((one) => one.code === code);
      const course = programme && (await findAskingCourse(db, programme));
      const asked =
        course && questionnaireOf(programme, course.slug, context.content.questionnaires);
      if (!asked) continue;
      for (const [i, count] of counts.entries()) {
        const year = fiscalYear - counts.length + 1 + i;
        for (const learned of await findLearned(db, { code, year, count, at })) {
          await answer(db, context, { learned, course, asked, code, random, at });
        }
      }
    }
  });
}

async function findAskingCourse(db: Db, { parts }: Programme): Promise<Course | null> {
  const slug = parts.find(({ take }) => take === 'all')?.courses[0];
  return slug ? findCourse(db, { slug }) : null;
}

type Of = { code: string; year: number; count: number; at: Date };

/** People of the city who completed it in the months of that year that are over, spread evenly. */
async function findLearned(db: Db, { code, year, count, at }: Of): Promise<Learned[]> {
  const all = await db
    .select({ personId: completions.personId, completedAt: completions.completedAt })
    .from(completions)
    .innerJoin(people, eq(people.id, completions.personId))
    .innerJoin(regions, eq(regions.code, people.municipalityCode))
    .where(
      and(
        eq(completions.programmeCode, code),
        eq(completions.fiscalYear, year),
        lt(completions.month, jstDates(at).month),
        isNotNull(people.registeredAt),
        or(eq(regions.code, SAKAI), eq(regions.parentCode, SAKAI)),
      ),
    )
    .orderBy(asc(completions.completedAt), asc(completions.id));
  const step = Math.max(1, all.length / count);
  return all.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step)).slice(0, count);
}

type Answering = {
  learned: Learned;
  course: Course;
  asked: Questionnaire;
  code: string;
  random: Random;
  at: Date;
};

async function answer(
  db: Db,
  context: DemoContext,
  { learned: { personId, completedAt }, course, asked, code, random, at }: Answering,
): Promise<void> {
  const begunAt = new Date(completedAt.getTime() - HOUR_MS);
  const begun = { personId, courseId: course.id, versionId: course.version.id, at: begunAt };
  const enrolment = await startEnrolment(db, begun);
  await finishEnrolment(db, { enrolmentId: enrolment.id, at: completedAt });
  const days: [QuestionPhase, Date][] = [
    ['before', enrolment.startedAt],
    ['after', completedAt],
    ['later', new Date(completedAt.getTime() + LATER_MS)],
  ];
  for (const [phase, answeredAt] of days) {
    if (!random.chance(SHARES[phase]) || answeredAt > at) continue;
    await keepQuestionnaire(db, context, {
      ...{ enrolment, phase, programmeCode: code, version: asked.version, at: answeredAt },
      answers: makeAnswers(asked, phase, random),
    });
  }
}

/** Most feel a little surer afterwards, some as before. */
function makeAnswers(asked: Questionnaire, phase: QuestionPhase, random: Random) {
  const questions = askedQuestions(asked, phase);
  const deeds: readonly string[] = questions.deeds;
  const answers: Record<string, number> = {};
  for (const { id } of possibleAnswers(questions)) {
    if (random.chance(LEFT_OUT)) continue;
    answers[id] = random.weighted(weightsOf(phase, deeds.includes(id)));
  }
  return answers;
}

function weightsOf(phase: QuestionPhase, isDeed: boolean): [value: number, weight: number][] {
  const weights = isDeed
    ? [9, 9, 2]
    : { before: [1, 4, 4, 2, 1], after: [0, 1, 2, 6, 4], later: [0, 1, 3, 6, 2] }[phase];
  return weights.map((weight, i) => [i + 1, weight]);
}
