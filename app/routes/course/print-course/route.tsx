import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findVisitor } from '~/auth/guards.server';
import type { PrintedLesson as Printed } from '~/content/printed';
import { courseInEdition, languagesOf } from '~/flows/course-in-edition';
import { findStanding } from '~/flows/find-standing.server';
import { printedCourse, readPrinted } from '~/flows/read-printed.server';
import { coursePath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import { printedFurigana } from '~/lib/reading-settings';
import * as m from '~/paraglide/messages';
import { AnswerSheet } from '~/ui/answer-sheet';
import { PaperContext } from '~/ui/paper-context';
import { PaperTools } from '~/ui/paper-tools';
import { PrintedLesson } from '~/ui/printed-lesson';
import { PrintedQuestions } from '~/ui/printed-questions';
import { useEdition } from '~/ui/use-edition';

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const course = data?.course.title;
  return [
    { title: m.common_title({ page: course ? m.reading_print_course_title({ course }) : '' }) },
    { name: 'robots', content: 'noindex' },
  ];
};

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const edition = findEdition(params);
  const visitor = await findVisitor(request, context);
  const { store, content, origin } = context;
  const standing = await findStanding(store.read, {
    slug: params.slug!,
    personId: visitor?.personId ?? null,
    programmes: content.programmes,
  });
  if (!standing) throw new Response(null, { status: 404 });
  const { outline } = standing.course.version;
  const shown = courseInEdition(outline, edition);
  const lessons: Printed[] = [];
  for (const lesson of shown.lessons) {
    lessons.push(await readPrinted(store.read, standing, lesson));
  }
  return {
    help: `${origin}/help`,
    languages: languagesOf(standing.course, null, 'print'),
    course: printedCourse(standing, shown, edition),
    summary: shown.summary,
    minutes: outline.minutes,
    address: `${origin}${coursePath(edition, standing.course.slug)}`,
    lessons,
    furigana: printedFurigana(request, edition),
  };
}

type Shown = Awaited<ReturnType<typeof loader>>;

/** The first sheet: what this is, how to learn with it, and what is in it. */
function Cover({ course, summary, minutes, address, lessons }: Shown) {
  return (
    <section className="paper-cover" aria-labelledby="cover">
      <h1 id="cover">{course.title}</h1>
      <p>{m.reading_print_version(course.version)}</p>
      <p>{summary}</p>
      <p className="row">
        <span>{m.course_minutes({ minutes: String(minutes) })}</span>
        <span>{m.course_lesson_count({ count: String(lessons.length) })}</span>
      </p>
      <h2>{m.reading_print_class()}</h2>
      <p>{m.reading_print_class_body()}</p>
      <p>{m.reading_print_address({ address })}</p>
      <h2>{m.reading_print_contents()}</h2>
      <ol className="plain paper-contents">
        {lessons.map(({ number, lesson }) => (
          <li key={lesson.id}>
            <a href={`#lesson-${lesson.slug}`}>
              {m.reading_print_number({ number: String(number) })}　{lesson.plainTitle}
            </a>
          </li>
        ))}
        <li>
          <a href="#answer-sheet">{m.reading_print_sheet()}</a>
        </li>
      </ol>
    </section>
  );
}

export default function PrintCoursePage() {
  const edition = useEdition();
  const shown = useLoaderData<typeof loader>();
  const { course, lessons, furigana, help } = shown;
  return (
    <PaperContext.Provider value={true}>
      <div className={furigana ? 'wrap narrow paper furigana' : 'wrap narrow paper'}>
        <PaperTools
          furigana={furigana}
          back={{ to: coursePath(edition, course.slug), title: course.title }}
        />
        <Cover {...(shown as Shown)} />
        {lessons.map((printed) => (
          <div key={printed.lesson.id}>
            <PrintedLesson printed={printed as Printed} {...{ course, furigana, help }} />
            <PrintedQuestions printed={printed as Printed} furigana={furigana} />
          </div>
        ))}
        <AnswerSheet course={course} lessons={lessons as Printed[]} />
      </div>
    </PaperContext.Provider>
  );
}
