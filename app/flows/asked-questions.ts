import type { Programme } from '~/content/library';
import {
  DEED_ANSWERS,
  DEEDS,
  OUTCOMES,
  SCALE,
  type Questionnaire,
  type QuestionnaireItem,
} from '~/content/questionnaire';
import type { QuestionPhase } from '~/db/tables/questionnaires';
import type { Asked } from '~/domain/questionnaires/read-answers';
import type { Edition } from '~/lib/edition';

type Asking = Pick<Programme, 'questionnaire' | 'parts'>;

/** A course asks when everybody takes it: who chooses half an hour more is not asked once more. */
export function isAskedIn({ parts }: Pick<Programme, 'parts'>, courseSlug: string): boolean {
  return parts.some(({ take, courses }) => take === 'all' && courses.includes(courseSlug));
}

/** What is asked around a course; null where nothing is. */
export function questionnaireOf(
  programme: Asking,
  courseSlug: string,
  questionnaires: readonly Questionnaire[] = [],
): Questionnaire | null {
  if (!programme.questionnaire || !isAskedIn(programme, courseSlug)) return null;
  return questionnaires.find(({ code }) => code === programme.questionnaire) ?? null;
}

export type AskedQuestions = {
  items: QuestionnaireItem[];
  outcomes: readonly (typeof OUTCOMES)[number][];
  deeds: readonly (typeof DEEDS)[number][];
};

/** Before and after the same items; months later those that say what one feels able to do, beside what was done. */
export function askedQuestions(
  { items }: Pick<Questionnaire, 'items'>,
  phase: QuestionPhase,
): AskedQuestions {
  return {
    items: phase === 'later' ? items.filter(({ part }) => part === 'confidence') : items,
    outcomes: phase === 'after' ? OUTCOMES : [],
    deeds: phase === 'later' ? DEEDS : [],
  };
}

/** Every answer that may come. */
export function possibleAnswers({ items, outcomes, deeds }: AskedQuestions): Asked[] {
  return [
    ...items.map(({ id }) => ({ id, values: SCALE })),
    ...outcomes.map((id) => ({ id, values: SCALE })),
    ...deeds.map((id) => ({ id, values: Object.values(DEED_ANSWERS) })),
  ];
}

export type ShownItem = { id: string; text: string };

export function itemsIn(items: readonly QuestionnaireItem[], edition: Edition | null): ShownItem[] {
  return items.map((item) => ({ id: item.id, text: edition ? item[edition] : item.text }));
}
