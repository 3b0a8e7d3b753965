import type { Db } from '~/db/store.server';
import { findBestShares } from '~/domain/assessment/find-best-shares.server';
import type { Standing } from './find-standing.server';

/** What a lesson still asks for before it counts as done. */
export type MissingStep = { slug: string; title: string } & (
  | { kind: 'read' }
  | { kind: 'answer'; count: number }
  | { kind: 'again'; count: number; needed: number; best: number }
);

/** What is still between a learner and the end of the course, lesson by lesson. */
export async function findMissingSteps(db: Db, standing: Standing): Promise<MissingStep[]> {
  const { course, enrolment, programme, progress } = standing;
  const shares = enrolment
    ? await findBestShares(db, { enrolmentId: enrolment.id, since: enrolment.cycleBegunAt })
    : {};
  const { rightShare } = programme.completion;
  return course.version.outline.lessons
    .filter(({ id }) => !progress.doneIds.includes(id))
    .map(({ id, slug, title, quizHash, questionCount: count }) => {
      const share = shares[id];
      if (quizHash === null) return { slug, title, kind: 'read' };
      if (share === undefined) return { slug, title, kind: 'answer', count };
      const needed = neededRight(count, rightShare);
      return { slug, title, kind: 'again', count, needed, best: Math.round(share * count) };
    });
}

/** The fewest right answers whose share reaches the rule's; 3 of 5 at 0.6. */
function neededRight(count: number, rightShare: number): number {
  for (let right = 0; right < count; right += 1) if (right / count >= rightShare) return right;
  return count;
}
