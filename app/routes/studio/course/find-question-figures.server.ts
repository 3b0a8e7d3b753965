import type { Db } from '~/db/store.server';
import { findTallies } from '~/domain/assessment/find-tallies.server';
import { tallyKey } from '~/domain/assessment/tally-key';
import { ANSWERED, ANSWERED_RIGHT } from '~/domain/assessment/tally-marks';
import type { Course } from '~/domain/courses/find-course.server';
import { readQuiz } from '~/flows/read-quiz.server';

/** Every question of the course as it is now, with how often each option was chosen. */
export async function findQuestionFigures(db: Db, course: Course) {
  const tallies = await findTallies(db, { courseId: course.id });
  const lessons = [];
  for (const lesson of course.version.outline.lessons) {
    if (!lesson.quizHash) continue;
    const quiz = await readQuiz(db, { hash: lesson.quizHash });
    lessons.push({
      id: lesson.id,
      title: lesson.title,
      questions: quiz.questions.map(({ id, kind, text, options }) => {
        const chosen = tallies.get(tallyKey(lesson.id, id));
        return {
          id,
          ordered: kind === 'order',
          text,
          answered: chosen?.get(ANSWERED) ?? 0,
          answeredRight: chosen?.get(ANSWERED_RIGHT) ?? 0,
          options: options.map((option) => ({
            id: option.id,
            text: option.text,
            right: option.right,
            chosen: chosen?.get(option.id) ?? 0,
          })),
        };
      }),
    });
  }
  return lessons;
}

export type LessonFigures = Awaited<ReturnType<typeof findQuestionFigures>>[number];
export type QuestionFigures = LessonFigures['questions'][number];
