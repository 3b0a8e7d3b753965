import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findVisitor } from '~/auth/guards.server';
import type { Inline } from '~/content/tree';
import { questionnaireOf } from '~/flows/asked-questions';
import { courseInEdition, languagesOf } from '~/flows/course-in-edition';
import { findQuestions } from '~/flows/find-questions.server';
import { findOwnDecision } from '~/flows/find-own-decision.server';
import { findStanding } from '~/flows/find-standing.server';
import { listRenewed } from '~/flows/list-renewed.server';
import { readLesson } from '~/flows/read-lesson.server';
import { lastEdition, resumeAddress } from '~/flows/resume-address';
import { formatDay, jstDates, now } from '~/lib/clock';
import { coursePath, entryPath } from '~/lib/course-path';
import { findEdition, type Edition } from '~/lib/edition';
import { findReadingSettings, readingIn } from '~/lib/reading-settings';
import * as m from '~/paraglide/messages';
import { UnsentAnswers } from '~/ui/answer-status';
import { Card } from '~/ui/card';
import { CourseNotThere } from '~/ui/edition-notices';
import { KeepCourse } from '~/ui/keep-course';
import { InlineText } from '~/ui/lesson-body';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { Tag } from '~/ui/tag';
import { Thread, type ThreadStep } from '~/ui/thread';
import { useEdition } from '~/ui/use-edition';
import { About } from './about';
import { AtTheEnd } from './at-the-end';
import { Begin } from './begin';
import { Renewed } from './renewed';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: m.common_title({ page: data?.title ?? m.common_error_404_title() }) },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { store, content } = context;
  const edition = findEdition(params);
  const visitor = await findVisitor(request, context);
  const standing = await findStanding(store.read, {
    slug: params.slug!,
    personId: visitor?.personId ?? null,
    programmes: content.programmes,
  });
  if (!standing) throw new Response(null, { status: 404 });
  const { course, programme, enrolment, progress } = standing;
  const decided = await findOwnDecision(store.read, {
    personId: visitor?.personId ?? null,
    programmeCode: programme.code,
    at: now(),
  });
  const { outline } = course.version;
  const shown = courseInEdition(outline, edition);
  const lessons = [];
  for (const lesson of shown.lessons) {
    const { id, slug, title, minutes, questionCount, isThere, words } = lesson;
    const hash = words?.lessonHash ?? lesson.lessonHash;
    const { contentNote } = await readLesson(store.read, { hash });
    const about = contentNote?.about ?? null;
    lessons.push({ id, slug, title, minutes, questionCount, isThere, about });
  }
  const next = outline.lessons.find(({ id }) => id === progress.nextId);
  const asks = questionnaireOf(programme, course.slug, content.questionnaires) !== null;
  const questions = await findQuestions(context, standing);
  return {
    slug: course.slug,
    resumeAt: next ? resumeAddress(standing, next, edition ?? lastEdition(standing)) : null,
    renewed: await listRenewed(store.read, standing),
    languages: languagesOf(course, null),
    isThere: shown.isThere,
    title: shown.title,
    summary: shown.summary,
    minutes: outline.minutes,
    version: {
      id: course.version.id,
      number: course.version.number,
      day: formatDay(jstDates(course.version.publishedAt).day, edition),
    },
    retired: course.retiredAt !== null,
    // Programmes speak Japanese only; an edition says for whom it is in its own words.
    role: edition ? null : programme.role,
    audience: shown.forWhom ?? programme.audience,
    certificate: programme.attests?.title ?? null,
    rightShare: programme.completion.rightShare,
    live: programme.live.required,
    local: decided?.localTitle ? { host: decided.hostName, title: decided.localTitle } : null,
    lessons,
    begun: enrolment !== null,
    asksBefore: questions ? questions.before === 'open' : asks && enrolment === null,
    signedIn: visitor !== null,
    progress,
    furigana: readingIn(findReadingSettings(request), edition).furigana,
  };
}

type Shown = Awaited<ReturnType<typeof loader>>;
type ShownLesson = Shown['lessons'][number];

function stepOf(lesson: ShownLesson, shown: Shown, edition: Edition | null): ThreadStep {
  const { slug, begun, progress } = shown;
  const { id, minutes, questionCount } = lesson;
  const facts =
    questionCount > 0
      ? m.course_lesson_facts({ minutes: String(minutes), count: String(questionCount) })
      : m.course_lesson_facts_no_quiz({ minutes: String(minutes) });
  return {
    key: id,
    title: lesson.isThere ? lesson.title : <span lang="ja">{lesson.title}</span>,
    to: coursePath(edition, slug, 'lessons', lesson.slug),
    state: progress.doneIds.includes(id)
      ? 'done'
      : begun && progress.nextId === id
        ? 'here'
        : 'ahead',
    note: (
      <>
        {lesson.isThere ? facts : m.editions_missing_in_list()}
        {progress.underWayIds.includes(id) ? <> {m.course_under_way()}</> : null}
      </>
    ),
  };
}

function ContentNotes({ lessons, furigana }: { lessons: ShownLesson[]; furigana: boolean }) {
  const noted = lessons.flatMap(({ id, title, about, isThere }) =>
    about && isThere ? [{ id, title, about: about as Inline }] : [],
  );
  if (noted.length === 0) return null;
  return (
    <section className="stack-s" id="notes">
      <h2>{m.course_notes_title()}</h2>
      <Notice kind="care">
        <p>{m.course_notes_lead()}</p>
        <ul className="dots">
          {noted.map(({ id, title, about }) => (
            <li key={id}>
              <strong>{m.course_note_of({ lesson: title })}</strong>
              <InlineText value={about} furigana={furigana} />
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}

export default function CoursePage() {
  const edition = useEdition();
  const shown = useLoaderData<typeof loader>();
  const { slug, title, summary, minutes, lessons, progress, version } = shown;
  if (!shown.isThere) {
    return (
      <div className="wrap narrow stack-l">
        <h1 lang="ja">{title}</h1>
        <CourseNotThere languages={shown.languages} />
      </div>
    );
  }
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={title}
        lead={summary}
        crumbs={[{ title: m.common_home(), to: entryPath(edition) }, { title }]}
      />
      <UnsentAnswers />
      {shown.retired ? <Notice kind="info">{m.course_retired()}</Notice> : null}
      {shown.live ? (
        <Notice kind="warm" title={m.programmes_live_title()}>
          <p>{m.course_end_live()}</p>
        </Notice>
      ) : null}
      {shown.local ? <p>{m.programmes_local_course(shown.local)}</p> : null}
      <Card className="stack">
        <p className="row">
          <Tag kind="accent">{m.course_minutes({ minutes: String(minutes) })}</Tag>
          <Tag>{m.course_lesson_count({ count: String(lessons.length) })}</Tag>
          <Tag>{m.course_free()}</Tag>
          {shown.begun ? null : <Tag kind="warm">{m.course_no_account()}</Tag>}
        </p>
        <Begin
          slug={slug}
          begun={shown.begun}
          signedIn={shown.signedIn}
          progress={progress}
          lessons={lessons}
          resumeAt={shown.resumeAt}
          asksBefore={shown.asksBefore}
        />
      </Card>
      <Renewed slug={slug} lessons={shown.renewed} />
      {/* Who has begun looks for her lessons first. */}
      {shown.begun ? null : <About audience={shown.audience} role={shown.role} />}
      <section className="stack">
        <h2>{m.course_lessons()}</h2>
        <div>
          <Thread
            label={m.course_lessons()}
            steps={lessons.map((lesson) => stepOf(lesson, shown, edition))}
          />
        </div>
      </section>
      <ContentNotes lessons={lessons} furigana={shown.furigana} />
      <AtTheEnd certificate={shown.certificate} rightShare={shown.rightShare} live={shown.live} />
      {shown.begun ? (
        <KeepCourse
          path={coursePath(edition, slug)}
          title={title}
          lessons={lessons.filter(({ isThere }) => isThere)}
          version={shown.version.id}
        />
      ) : null}
      {shown.begun ? <About audience={shown.audience} role={shown.role} /> : null}
      <div>
        <p>
          <a className="tool-link" href={coursePath(edition, slug, 'print')}>
            {m.reading_print_course()}
          </a>
        </p>
        <p className="small">
          {m.course_version({ number: String(version.number), day: version.day })}
        </p>
      </div>
    </div>
  );
}
