import type { AppLoadContext } from '@remix-run/node';
import type { Edition } from '~/lib/edition';
import type { FollowUpChoice } from '~/lib/follow-up-choice';
import { findFollowUpChoice } from './find-follow-up-choice.server';
import { findQuestions } from './find-questions.server';
import type { Standing } from './find-standing.server';

export type AskedAtEnd = {
  slug: string;
  /** Null where the course asks nothing. */
  after: 'open' | 'answered' | null;
  followUp: FollowUpChoice | null;
};

const AFTER = { open: 'open', again: 'answered', answered: 'answered', closed: null } as const;

type AskContext = Pick<AppLoadContext, 'store' | 'content' | 'secret' | 'olderSecrets' | 'mail'>;

/** What somebody who finished a course just now, or before, is asked at its end. */
export async function askAtEnd(
  context: AskContext,
  standing: Standing,
  { finishedAt, edition }: { finishedAt: Date; edition: Edition | null },
): Promise<AskedAtEnd> {
  const { enrolment } = standing;
  const finished = { ...standing, enrolment: enrolment && { ...enrolment, finishedAt } };
  const questions = await findQuestions(context, finished);
  return {
    slug: standing.course.slug,
    after: questions ? AFTER[questions.after] : null,
    followUp: await findFollowUpChoice(context, finished, edition),
  };
}
