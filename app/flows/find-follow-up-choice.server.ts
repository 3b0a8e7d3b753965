import type { AppLoadContext } from '@remix-run/node';
import { pairKeysOf } from '~/auth/pair-keys.server';
import { findMailAddress } from '~/domain/people/find-mail-address.server';
import { findAnsweredPhases } from '~/domain/questionnaires/find-answered-phases.server';
import { findFollowUp } from '~/domain/questionnaires/find-follow-up.server';
import { formatDay, now } from '~/lib/clock';
import type { Edition } from '~/lib/edition';
import type { FollowUpChoice } from '~/lib/follow-up-choice';
import { isAskedIn, questionnaireOf } from './asked-questions';
import { dueDayOf } from './choose-follow-up.server';
import type { Standing } from './find-standing.server';

type ChoiceContext = Pick<AppLoadContext, 'store' | 'content' | 'mail' | 'secret' | 'olderSecrets'>;

/** Null where nobody is asked again, and where the course is not finished. */
export async function findFollowUpChoice(
  context: ChoiceContext,
  { course, programme, enrolment }: Standing,
  edition: Edition | null,
): Promise<FollowUpChoice | null> {
  const { followUp } = programme;
  if (!followUp || !enrolment?.finishedAt || !isAskedIn(programme, course.slug)) return null;
  if (!questionnaireOf(programme, course.slug, context.content.questionnaires)) return null;
  const { read } = context.store;
  const pair = { enrolmentId: enrolment.id, cycle: enrolment.cycle };
  const known = await findFollowUp(read, pair);
  const answered = await findAnsweredPhases(read, { pairKeys: pairKeysOf(context, pair) });
  // That she was asked is forgotten in its time, what she answered is not.
  const isAnswered = Boolean(known?.answeredAt) || answered.some(({ phase }) => phase === 'later');
  const day = known?.dueDay ?? dueDayOf(enrolment.finishedAt, followUp.afterMonths, now());
  const address =
    context.mail === 'none' ? null : await findMailAddress(read, { personId: enrolment.personId });
  const state = isAnswered
    ? 'answered'
    : !known
      ? 'open'
      : known.stoppedAt && known.way === 'mail'
        ? 'stopped'
        : known.way;
  return {
    state,
    day: formatDay(day, edition),
    mayMail: address !== null && !known?.stoppedAt,
  };
}
