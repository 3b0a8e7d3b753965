import { coursePath } from '~/lib/course-path';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PastAttempts } from '~/ui/past-attempts';
import { useEdition } from '~/ui/use-edition';
import type { ClosedQuiz } from './find-quiz-view.server';

/** Nothing is under way: begin, or look back at an earlier attempt. */
export function StartPanel({ quiz, unknown }: { quiz: ClosedQuiz; unknown: boolean }) {
  const edition = useEdition();
  const { slug, lesson, past } = quiz;
  const address = coursePath(edition, slug, 'lessons', lesson.slug);
  return (
    <div className="stack">
      <PageHead
        title={m.course_quiz_title({ lesson: lesson.title })}
        crumbs={[
          { title: m.course_back(), to: coursePath(edition, slug) },
          { title: lesson.title, to: address },
          { title: m.course_quiz_title({ lesson: lesson.title }) },
        ]}
      />
      {unknown ? (
        <Notice kind="error" role="alert">
          {m.course_quiz_unknown()}
        </Notice>
      ) : null}
      <form method="post" action={coursePath(edition, slug, 'start')}>
        <input type="hidden" name="lesson" value={lesson.slug} />
        <input type="hidden" name="quiz" value="on" />
        <Button>{past.length > 0 ? m.course_quiz_start_again() : m.course_quiz_start()}</Button>
      </form>
      <PastAttempts attempts={past} review={`${address}/quiz/review`} />
    </div>
  );
}
