import { parseQuiz, type QuizQuestion } from '~/content/quiz.server';
import type { optionTallies } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { tallyKey } from '~/domain/assessment/tally-key';
import { ANSWERED, ANSWERED_RIGHT } from '~/domain/assessment/tally-marks';
import { findArtifact } from '~/domain/courses/find-artifact.server';
import { findCourse } from '~/domain/courses/find-course.server';
import type { Random } from './random';

type Tally = (typeof optionTallies)['$inferInsert'];

/** How `answered` people chose among the options of every question of a course. */
export async function makeTallies(
  store: Store,
  courseId: string,
  answered: number,
  random: Random,
): Promise<Tally[]> {
  const course = await findCourse(store.read, { id: courseId });
  const tallies: Tally[] = [];
  for (const { id: lessonId, quizHash } of course?.version.outline.lessons ?? []) {
    const body = quizHash ? await findArtifact(store.read, { hash: quizHash }) : null;
    if (!body) continue;
    for (const question of parseQuiz(body).questions) {
      const questionId = tallyKey(lessonId, question.id);
      for (const [optionId, chosen] of choices(question, answered, random)) {
        tallies.push({ courseId, questionId, optionId, chosen });
      }
    }
  }
  return tallies;
}

function choices(question: QuizQuestion, answered: number, random: Random): [string, number][] {
  const right = Math.round(answered * (0.55 + random.next() * 0.3));
  const marks: [string, number][] = [
    [ANSWERED, answered],
    [ANSWERED_RIGHT, right],
  ];
  if (question.kind === 'order') return marks;
  if (question.kind === 'multiple') {
    const missed = answered - right;
    return [
      ...marks,
      ...question.options.map((option): [string, number] => {
        const share = option.right ? 0.4 + random.next() * 0.5 : 0.2 + random.next() * 0.4;
        return [option.id, (option.right ? right : 0) + Math.round(missed * share)];
      }),
    ];
  }
  const others = question.options.filter((option) => !option.right);
  let left = answered - right;
  const spread = others.map(({ id }, i): [string, number] => {
    const chosen = i === others.length - 1 ? left : Math.round(left * (0.4 + random.next() * 0.3));
    left -= chosen;
    return [id, chosen];
  });
  const rightId = question.options.find((option) => option.right)?.id ?? '';
  return [...marks, [rightId, right], ...spread];
}
