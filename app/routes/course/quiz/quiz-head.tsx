import { coursePath } from '~/lib/course-path';
import * as m from '~/paraglide/messages';
import { useEdition } from '~/ui/use-edition';

type QuizHeadProps = {
  slug: string;
  lesson: { slug: string; title: string };
  /** Whether each question has an answer. */
  answered: boolean[];
  /** Which one is shown, from 1; null for the list of all. */
  number: number | null;
};

function dotText(number: number, here: boolean, done: boolean) {
  const of = { number: String(number) };
  if (here) return m.course_quiz_dot_here(of);
  return done ? m.course_quiz_dot_done(of) : m.course_quiz_dot_ahead(of);
}

export function QuizHead({ slug, lesson, answered, number }: QuizHeadProps) {
  const edition = useEdition();
  const total = String(answered.length);
  return (
    <header className="stack-s">
      <a
        className="small inline-flex min-h-[44px] items-center"
        href={coursePath(edition, slug, 'lessons', lesson.slug)}
      >
        ← {lesson.title}
      </a>
      <h1 className={number === null ? undefined : 'sr-only'}>
        {number === null
          ? m.course_quiz_check_title()
          : m.course_quiz_title({ lesson: lesson.title })}
      </h1>
      <ol className="quiz-dots">
        {answered.map((done, i) => {
          const here = number === i + 1;
          return (
            <li
              key={i}
              className={here ? 'here' : done ? 'done' : undefined}
              aria-current={here ? 'step' : undefined}
            >
              <span className="sr-only">{dotText(i + 1, here, done)}</span>
            </li>
          );
        })}
      </ol>
      {number === null ? null : (
        <p className="small row">
          <span>{m.course_quiz_of({ total, number: String(number) })}</span>
          <span>{m.course_quiz_any_time()}</span>
        </p>
      )}
    </header>
  );
}
