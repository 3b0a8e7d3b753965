import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findVisitor } from '~/auth/guards.server';
import { openLesson } from '~/domain/learning/open-lesson.server';
import { courseInEdition, languagesOf } from '~/flows/course-in-edition';
import { findStanding } from '~/flows/find-standing.server';
import { finishReading } from '~/flows/finish-reading.server';
import { joinCourse } from '~/flows/join-course.server';
import { readLesson } from '~/flows/read-lesson.server';
import { jstDates, now } from '~/lib/clock';
import { coursePath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import { isKeeping } from '~/lib/keeping';
import { findReadingSettings, readingIn } from '~/lib/reading-settings';
import * as m from '~/paraglide/messages';
import { UnsentAnswers } from '~/ui/answer-status';
import { OlderEdition } from '~/ui/edition-notices';
import { KeepQuietly } from '~/ui/keep-course';
import { Kept } from '~/ui/kept';
import { InlineText } from '~/ui/lesson-body';
import { ReadAloud } from '~/ui/read-aloud';
import { useEdition } from '~/ui/use-edition';
import { ContentNote } from './content-note';
import { drawBody } from './draw-body.server';
import { findReturn } from './find-return.server';
import { LessonAside } from './lesson-aside';
import { LessonEnd } from './lesson-end';
import { NotThere } from './not-there';
import { ReadingTools } from './reading-tools';
import { ReturnNotes } from './return-notes';
import { Sources } from './sources';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: m.common_title({ page: data?.lesson.plainTitle ?? m.common_error_404_title() }) },
];

async function findPlace({ params, request, context }: LoaderFunctionArgs) {
  const edition = findEdition(params);
  const visitor = await findVisitor(request, context);
  const standing = await findStanding(context.store.read, {
    slug: params.slug!,
    personId: visitor?.personId ?? null,
    programmes: context.content.programmes,
  });
  const shown = standing && courseInEdition(standing.course.version.outline, edition);
  const lessons = shown?.lessons ?? [];
  const index = lessons.findIndex(({ slug }) => slug === params.lesson);
  const outline = lessons[index];
  if (!standing || !shown || !outline) throw new Response(null, { status: 404 });
  const { title: courseTitle } = shown;
  return { edition, visitor, ...standing, standing, courseTitle, lessons, index, outline };
}

export async function loader(args: LoaderFunctionArgs) {
  const { store } = args.context;
  const place = await findPlace(args);
  const { edition, course, enrolment, openedLessonIds, progress, lessons, index, outline } = place;
  const { standing, courseTitle } = place;
  const reading = readingIn(findReadingSettings(args.request), edition);
  const hash = outline.words?.lessonHash ?? outline.lessonHash;
  const { body, ...lesson } = await readLesson(store.read, { hash });
  const at = now();
  let keptAt = enrolment?.lastSeenAt ?? null;
  if (
    enrolment &&
    outline.isThere &&
    !isKeeping(args.request) &&
    (enrolment.lastLessonId !== outline.id ||
      enrolment.edition !== edition ||
      !openedLessonIds.includes(outline.id))
  ) {
    const opened = {
      enrolmentId: enrolment.id,
      lessonId: outline.id,
      versionId: course.version.id,
      edition,
      at,
    };
    await store.tx((db) => openLesson(db, opened));
    keptAt = at;
  }
  return {
    slug: course.slug,
    courseTitle,
    languages: languagesOf(course, outline),
    isThere: outline.isThere,
    older: outline.words?.older === true,
    lesson,
    hash,
    html: await drawBody(hash, body, reading.furigana),
    back: await findReturn(store.read, { standing, outline, hash, body }),
    index,
    lessons: lessons.map(({ id, slug, title, isThere }) => ({
      id,
      slug,
      title,
      isThere,
      done: progress.doneIds.includes(id),
    })),
    minutesLeft: progress.minutesLeft,
    questionCount: outline.questionCount,
    begun: enrolment !== null,
    keptAt,
    today: jstDates(at).day,
    reading,
  };
}

/** 「読みました」 of a lesson without questions. */
export async function action(args: ActionFunctionArgs) {
  const { edition, visitor, course, standing, outline } = await findPlace(args);
  if (outline.quizHash) {
    return redirect(coursePath(edition, course.slug, 'lessons', outline.slug));
  }
  const { enrolment, headers } = await joinCourse(args.context, course, visitor, args.request);
  const at = now();
  const read = { standing, enrolment, lessonId: outline.id, edition, readAt: at, at };
  const { to } = await finishReading(args.context.store, read);
  return redirect(to, { headers });
}

export default function LessonPage() {
  const edition = useEdition();
  const shown = useLoaderData<typeof loader>();
  const { slug, lesson, lessons, index, reading, keptAt } = shown;
  const here = coursePath(edition, slug, 'lessons', lesson.slug);
  const next = lessons[index + 1];
  if (!shown.isThere) {
    const { plainTitle: title } = lesson;
    return (
      <div className="wrap lesson-page">
        <LessonAside {...shown} lessonId={lesson.id} />
        <NotThere slug={slug} title={title} languages={shown.languages} next={next ?? null} />
      </div>
    );
  }
  return (
    <div className="wrap lesson-page">
      <LessonAside {...shown} lessonId={lesson.id} />
      <article className="lesson">
        <div className="row between">
          <p className="small">{m.course_minutes({ minutes: String(lesson.minutes) })}</p>
          {keptAt ? <Kept at={keptAt} today={shown.today} /> : null}
        </div>
        <h1>
          <InlineText value={lesson.title} furigana={reading.furigana} />
        </h1>
        <UnsentAnswers />
        {shown.begun ? <KeepQuietly path={coursePath(edition, slug)} /> : null}
        <ReadingTools reading={reading} to={`${here}#tools`} />
        {shown.older ? <OlderEdition languages={shown.languages} /> : null}
        <ReadAloud />
        <ReturnNotes {...shown.back} here={here} />
        {lesson.contentNote ? (
          <ContentNote
            note={lesson.contentNote}
            furigana={reading.furigana}
            next={
              next
                ? { title: next.title, to: coursePath(edition, slug, 'lessons', next.slug) }
                : null
            }
          />
        ) : null}
        <p className="lesson-goal">
          <strong>{m.course_goal()}</strong>
          <span>
            <InlineText value={lesson.goal} furigana={reading.furigana} />
          </span>
        </p>
        {/* Drawn by React from the checked tree; see draw-body. */}
        <div
          id="lesson-text"
          {...(shown.begun ? { 'data-enhance': 'reading-place' } : {})}
          data-address={`${here}/place`}
          data-hash={shown.hash}
          dangerouslySetInnerHTML={{ __html: shown.html }}
        />
        <Sources sources={lesson.sources} />
        <LessonEnd
          slug={slug}
          lesson={lesson.slug}
          hash={shown.hash}
          questionCount={shown.questionCount}
          done={lessons[index]?.done ?? false}
          begun={shown.begun}
          previous={lessons[index - 1] ?? null}
          next={next ?? null}
        />
      </article>
    </div>
  );
}
