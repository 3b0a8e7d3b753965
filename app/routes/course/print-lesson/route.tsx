import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findVisitor } from '~/auth/guards.server';
import { findStanding } from '~/flows/find-standing.server';
import { printedCourse, printedFurigana, readPrinted } from '~/flows/read-printed.server';
import { findReadingSettings } from '~/lib/reading-settings';
import * as m from '~/paraglide/messages';
import { AnswerSheet } from '~/ui/answer-sheet';
import { PaperContext } from '~/ui/paper-context';
import { PaperTools } from '~/ui/paper-tools';
import { PrintedLesson } from '~/ui/printed-lesson';
import { PrintedQuestions } from '~/ui/printed-questions';

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const lesson = data?.printed.lesson.plainTitle;
  return [
    { title: m.common_title({ page: lesson ? m.reading_print_lesson_title({ lesson }) : '' }) },
    { name: 'robots', content: 'noindex' },
  ];
};

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await findVisitor(request, context);
  const { store, content } = context;
  const standing = await findStanding(store.read, {
    slug: params.slug!,
    personId: visitor?.personId ?? null,
    programmes: content.programmes,
  });
  const outline = standing?.course.version.outline;
  const lesson = outline?.lessons.find(({ slug }) => slug === params.lesson);
  if (!standing || !lesson) throw new Response(null, { status: 404 });
  return {
    course: printedCourse(standing),
    printed: await readPrinted(store.read, standing, lesson),
    furigana: printedFurigana(request, findReadingSettings(request)),
  };
}

export default function PrintLessonPage() {
  const { course, printed, furigana } = useLoaderData<typeof loader>();
  const { slug, plainTitle } = printed.lesson;
  return (
    <PaperContext.Provider value={true}>
      <div className={furigana ? 'wrap narrow paper furigana' : 'wrap narrow paper'}>
        <h1 className="sr-only">{m.reading_print_lesson_title({ lesson: plainTitle })}</h1>
        <PaperTools
          furigana={furigana}
          back={{ to: `/courses/${course.slug}/lessons/${slug}`, title: plainTitle }}
        />
        <PrintedLesson printed={printed} course={course} furigana={furigana} />
        <PrintedQuestions printed={printed} furigana={furigana} />
        <AnswerSheet course={course} lessons={[printed]} />
      </div>
    </PaperContext.Provider>
  );
}
