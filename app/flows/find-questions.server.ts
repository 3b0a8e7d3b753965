import type { AppLoadContext } from '@remix-run/node';
import { pairKeysOf } from '~/auth/pair-keys.server';
import type { Questionnaire } from '~/content/questionnaire';
import { findAnsweredPhases } from '~/domain/questionnaires/find-answered-phases.server';
import { jstDates, now } from '~/lib/clock';
import { questionnaireOf } from './asked-questions';
import type { Standing } from './find-standing.server';

/** `again`: answered, and an answer sent this month would take its place. */
export type QuestionState = 'open' | 'again' | 'answered' | 'closed';
export type Questions = {
  questionnaire: Questionnaire;
  /** Open until the first lesson is done: later it would not be before any more. */
  before: QuestionState;
  /** Open from the last lesson on. */
  after: QuestionState;
};

type QuestionContext = Pick<AppLoadContext, 'store' | 'content' | 'secret' | 'olderSecrets'>;

/** What is asked around a course of whoever stands there; null where nothing is, or where she has not begun. */
export async function findQuestions(
  context: QuestionContext,
  { course, programme, enrolment, progress }: Standing,
): Promise<Questions | null> {
  const questionnaire = questionnaireOf(programme, course.slug, context.content.questionnaires);
  if (!questionnaire || !enrolment) return null;
  const pairKeys = pairKeysOf(context, {
    enrolmentId: enrolment.id,
    cycle: enrolment.cycle,
  });
  const answered = await findAnsweredPhases(context.store.read, { pairKeys });
  const isDone = enrolment.finishedAt !== null || progress.finished;
  const { month } = jstDates(now());
  const state = (phase: 'before' | 'after', isOpen: boolean): QuestionState => {
    const known = answered.find((one) => one.phase === phase);
    if (known) return isOpen && known.month === month ? 'again' : 'answered';
    return isOpen ? 'open' : 'closed';
  };
  return {
    questionnaire,
    before: state('before', !isDone && progress.doneIds.length === 0),
    after: state('after', isDone),
  };
}
