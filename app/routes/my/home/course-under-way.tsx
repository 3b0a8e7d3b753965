import { pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { ProgressBar } from '~/ui/progress';
import { useEdition } from '~/ui/use-edition';

type Course = {
  /** The addresses, in the edition she read last. */
  to: string;
  finishAt: string;
  title: string;
  /** The words are Japanese, whatever the page's are. */
  isOriginal: boolean;
  retired: boolean;
  finished: boolean;
  /** Something of it is kept: read, answered or done. */
  begun: boolean;
  /** Learning it here may complete its programme. */
  completes: boolean;
  done: number;
  total: number;
  minutesLeft: number;
  next: { to: string; title: string } | null;
};

export function CourseUnderWay({ course, registered }: { course: Course; registered: boolean }) {
  const { to, title, done, total, next } = course;
  const original = useEdition() === 'en' && course.isOriginal ? 'ja' : undefined;
  return (
    <Card as="article">
      <h3 lang={original}>{title}</h3>
      <ProgressBar
        value={done}
        max={total}
        label={m.my_course_progress({ done: String(done), total: String(total) })}
      />
      {course.finished ? (
        <Finished finish={course.finishAt} mayJoin={!registered && course.completes} />
      ) : (
        <>
          {next ? (
            <p>
              {m.my_course_next({ title: next.title })}
              <span className="small block">
                {m.my_course_left({ minutes: String(course.minutesLeft) })}
              </span>
            </p>
          ) : null}
          {course.retired ? <p className="small">{m.my_course_retired()}</p> : null}
          <p className="row">
            <ButtonLink to={next ? next.to : to}>
              {course.begun ? m.my_course_resume() : m.course_start()}
              <span className="sr-only">{title}</span>
            </ButtonLink>
            <ButtonLink to={to} kind="quiet">
              {m.my_course_all()}
              <span className="sr-only">{title}</span>
            </ButtonLink>
          </p>
        </>
      )}
    </Card>
  );
}

function Finished({ finish, mayJoin }: { finish: string; mayJoin: boolean }) {
  const edition = useEdition();
  if (!mayJoin) return <ButtonLink to={finish}>{m.my_course_finish()}</ButtonLink>;
  return (
    <>
      <p>{m.my_course_finished_guest()}</p>
      <p className="row">
        <ButtonLink to={`${pathIn(edition, '/join')}?to=${encodeURIComponent(finish)}`}>
          {m.my_course_join()}
        </ButtonLink>
        <ButtonLink to={finish} kind="quiet">
          {m.my_course_finish()}
        </ButtonLink>
      </p>
    </>
  );
}
