import { coursePath } from '~/lib/course-path';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { useEdition } from '~/ui/use-edition';

type Neighbour = { slug: string; title: string } | null;
type LessonEndProps = {
  slug: string;
  lesson: string;
  /** Of the text above. */
  hash: string;
  questionCount: number;
  done: boolean;
  begun: boolean;
  previous: Neighbour;
  next: Neighbour;
};

function Onward({ slug, lesson, questionCount, done }: LessonEndProps) {
  const edition = useEdition();
  if (questionCount === 0) {
    return done ? null : (
      <form method="post" data-read-it="">
        <Button>{m.course_read_it()}</Button>
      </form>
    );
  }
  return (
    <form method="post" action={coursePath(edition, slug, 'start')}>
      <input type="hidden" name="lesson" value={lesson} />
      <input type="hidden" name="quiz" value="on" />
      <Button kind={done ? 'second' : 'first'}>
        {done ? m.course_to_quiz_again() : m.course_to_quiz()}
      </Button>
    </form>
  );
}

/** The foot of a lesson: on to its questions, or to its neighbours. */
export function LessonEnd(props: LessonEndProps) {
  const edition = useEdition();
  const { slug, questionCount, done, begun, previous, next } = props;
  const to = (neighbour: { slug: string }) => coursePath(edition, slug, 'lessons', neighbour.slug);
  return (
    <footer
      className="lesson-end stack"
      id="lesson-end"
      tabIndex={-1}
      {...(begun ? { 'data-enhance': 'lesson-read' } : {})}
      data-address={`${to({ slug: props.lesson })}/read`}
      data-hash={props.hash}
      data-device={m.offline_read_device()}
      data-server={m.offline_read_server({ time: '{time}' })}
      data-done={m.course_lesson_done()}
      data-questions={m.offline_read_questions()}
      data-unknown={m.offline_read_unknown()}
    >
      {done ? (
        <p>{m.course_lesson_done()}</p>
      ) : (
        <p className="kept empty" role="status" tabIndex={-1} data-read-status="" />
      )}
      {questionCount > 0 && !done ? (
        <p className="small">{m.course_to_quiz_note({ count: String(questionCount) })}</p>
      ) : null}
      {begun ? null : <p className="small">{m.course_not_kept()}</p>}
      <div className="row between">
        {previous ? (
          <ButtonLink
            kind="second"
            to={to(previous)}
            aria-label={m.course_previous_to({ lesson: previous.title })}
          >
            {m.course_previous()}
          </ButtonLink>
        ) : (
          <ButtonLink kind="second" to={coursePath(edition, slug)}>
            {m.course_back()}
          </ButtonLink>
        )}
        <Onward {...props} />
      </div>
      <p>
        <ButtonLink to={coursePath(edition, slug)} data-read-on="" hidden>
          {m.offline_read_on()}
        </ButtonLink>
      </p>
      {next ? (
        <p>
          <ButtonLink kind={done ? 'first' : 'quiet'} to={to(next)} data-read-next="">
            {m.course_next_lesson({ lesson: next.title })}
          </ButtonLink>
        </p>
      ) : null}
      <p className="small links">
        {begun && questionCount > 0 ? (
          <a
            className="tool-link"
            href={coursePath(edition, slug, 'lessons', props.lesson, 'quiz', 'sheet')}
          >
            {m.offline_sheet_link()}
          </a>
        ) : null}
        <a className="tool-link" href={coursePath(edition, slug, 'lessons', props.lesson, 'print')}>
          {m.reading_print()}
        </a>
      </p>
    </footer>
  );
}
