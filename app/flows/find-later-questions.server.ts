import type { AppLoadContext } from '@remix-run/node';
import type { Questionnaire } from '~/content/questionnaire';
import type { FollowUp } from '~/domain/questionnaires/find-follow-up.server';
import type { Edition } from '~/lib/edition';
import { askedQuestions, itemsIn, type AskedQuestions, type ShownItem } from './asked-questions';

export type LaterQuestions = {
  questionnaire: Questionnaire;
  items: ShownItem[];
  deeds: AskedQuestions['deeds'];
};

/** What somebody is asked months later; null where her programme asks nothing any more. */
export function findLaterQuestions(
  { content }: Pick<AppLoadContext, 'content'>,
  { programmeCode }: Pick<FollowUp, 'programmeCode'>,
  edition: Edition | null,
): LaterQuestions | null {
  const programme = content.programmes.find(({ code }) => code === programmeCode);
  const questionnaire = content.questionnaires?.find(
    ({ code }) => code === programme?.questionnaire,
  );
  if (!questionnaire) return null;
  const { items, deeds } = askedQuestions(questionnaire, 'later');
  return { questionnaire, items: itemsIn(items, edition), deeds };
}
