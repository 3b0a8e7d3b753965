import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findVisitor } from '~/auth/guards.server';
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
  const lesson = data?.printed.lesson.plainTitle;
  return [
    { title: m.common_title({ page: lesson ? m.reading_print_lesson_title({ lesson }) : '' }) },
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
  const shown = standing && courseInEdition(standing.course.version.outline, edition);
  const lesson = shown?.lessons.find(({ slug }) => slug === params.lesson);
  if (!standing || !shown || !lesson) throw new Response(null, { status: 404 });
  return {
    help: `${origin}/help`,
    languages: languagesOf(standing.course, lesson, 'print'),
    course: printedCourse(standing, shown, edition),
    printed: await readPrinted(store.read, standing, lesson),
    furigana: printedFurigana(request, edition),
  };
}

export default function PrintLessonPage() {
  const edition = useEdition();
  const { course, printed, furigana, help } = useLoaderData<typeof loader>();
  const { slug, plainTitle } = printed.lesson;
  return (
    <PaperContext.Provider value={true}>
      <div className={furigana ? 'wrap narrow paper furigana' : 'wrap narrow paper'}>
        <h1 className="sr-only">{m.reading_print_lesson_title({ lesson: plainTitle })}</h1>
        <PaperTools
          furigana={furigana}
          back={{ to: coursePath(edition, course.slug, 'lessons', slug), title: plainTitle }}
        />
        <PrintedLesson {...{ printed, course, furigana, help }} />
        <PrintedQuestions printed={printed} furigana={furigana} />
        <AnswerSheet course={course} lessons={[printed]} />
      </div>
    </PaperContext.Provider>
  );
}
