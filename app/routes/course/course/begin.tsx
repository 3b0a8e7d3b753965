import type { CourseProgress } from '~/domain/learning/course-progress';
import { isBegun } from '~/domain/learning/is-begun';
import { coursePath } from '~/lib/course-path';
import { editionOfPath } from '~/lib/edition';
import { pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { ProgressBar } from '~/ui/progress';
import { useEdition } from '~/ui/use-edition';

type BeginProps = {
  slug: string;
  begun: boolean;
  signedIn: boolean;
  progress: CourseProgress;
  lessons: { id: string; slug: string; title: string }[];
  /** The address of the next lesson, at the place where she left off. */
  resumeAt: string | null;
  /** Whether there is something to be asked before. */
  asksBefore: boolean;
};

/** The one next step: begin, go on, or see the end. */
export function Begin({
  slug,
  begun,
  signedIn,
  progress,
  lessons,
  resumeAt,
  asksBefore,
}: BeginProps) {
  const edition = useEdition();
  if (!begun) {
    return (
      <div className="stack-s">
        <form method="post" action={coursePath(edition, slug, 'start')}>
          <p className="row">
            <Button>{m.course_start()}</Button>
            {asksBefore ? (
              <Button kind="quiet" name="questions" value="before">
                {m.questionnaire_offer_begin()}
              </Button>
            ) : null}
          </p>
        </form>
        {signedIn ? null : (
          <>
            <p className="small">{m.course_start_note()}</p>
            <p>
              <ButtonLink
                kind="quiet"
                to={`${pathIn(edition, '/continue')}?to=${coursePath(edition, slug)}`}
              >
                {m.course_have_code()}
              </ButtonLink>
            </p>
          </>
        )}
      </div>
    );
  }
  const total = String(lessons.length);
  const next = lessons.find(({ id }) => id === progress.nextId);
  const left = next ? m.course_minutes_left({ minutes: String(progress.minutesLeft) }) : '';
  return (
    <div className="stack">
      <ProgressBar
        value={progress.doneIds.length}
        max={lessons.length}
        label={`${m.course_progress({ total, done: String(progress.doneIds.length) })} ${left}`.trim()}
      />
      {next && progress.finished ? (
        <>
          <p>{m.reading_finished_stays()}</p>
          <p>
            <ButtonLink to={coursePath(edition, slug, 'finish')}>{m.course_to_finish()}</ButtonLink>
          </p>
        </>
      ) : null}
      {next ? (
        <ButtonLink
          kind={progress.finished ? 'second' : 'first'}
          to={resumeAt ?? coursePath(edition, slug, 'lessons', next.slug)}
        >
          {isBegun(progress)
            ? m.course_resume({ lesson: next.title })
            : m.course_begin({ lesson: next.title })}
        </ButtonLink>
      ) : (
        <>
          <p>{m.course_all_done()}</p>
          <ButtonLink to={coursePath(edition, slug, 'finish')}>{m.course_to_finish()}</ButtonLink>
        </>
      )}
      {asksBefore ? (
        <p className="small">
          <a href={coursePath(edition, slug, 'questions', 'before')}>
            {m.questionnaire_offer_before_title()}
          </a>{' '}
          {m.questionnaire_offer_before()}
        </p>
      ) : null}
      {next && resumeAt && editionOfPath(resumeAt) !== edition ? (
        <p>
          <ButtonLink kind="quiet" to={coursePath(edition, slug, 'lessons', next.slug)}>
            {m.editions_original_link()}
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}
