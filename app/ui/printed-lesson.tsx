import type { PrintedCourse, PrintedLesson } from '~/content/printed';
import * as m from '~/paraglide/messages';
import { InlineText, LessonBody } from './lesson-body';

type PrintedLessonProps = {
  printed: PrintedLesson;
  course: PrintedCourse;
  furigana: boolean;
  /** Where to turn to, in full. */
  help: string;
};

/** A lesson on paper: what it touches first, then the text, then where it comes from. Begins on a page of its own. */
export function PrintedLesson({ printed, course, furigana, help }: PrintedLessonProps) {
  const { number, lesson } = printed;
  const { contentNote, sources } = lesson;
  const read = (value: typeof lesson.title) => <InlineText value={value} furigana={furigana} />;
  return (
    <section className="paper-lesson lesson" aria-labelledby={`lesson-${lesson.slug}`}>
      <p className="paper-head">
        <span>{course.title}</span>
        <span>{m.reading_print_version(course.version)}</span>
      </p>
      <h2 className="paper-title" id={`lesson-${lesson.slug}`}>
        <span className="paper-number">{m.reading_print_number({ number: String(number) })}</span>{' '}
        {read(lesson.title)}
      </h2>
      {contentNote ? (
        <div className="paper-note">
          <p>
            <strong>{m.reading_print_note()}</strong>
          </p>
          <p>{read(contentNote.about)}</p>
          <p>{m.reading_print_note_skip({ address: help })}</p>
        </div>
      ) : null}
      <p className="lesson-goal">
        <strong>{m.reading_print_goal()}</strong>
        <span>{read(lesson.goal)}</span>
      </p>
      <LessonBody nodes={lesson.body} furigana={furigana} />
      {sources.length > 0 ? (
        <div className="paper-sources">
          <p>
            <strong>{m.course_sources()}</strong>
          </p>
          <ol className="plain">
            {sources.map(({ id, document, at, year }) => (
              <li key={id}>
                {id}　{m.course_source_year({ document, at, year: String(year) })}
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </section>
  );
}
