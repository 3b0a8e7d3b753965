import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { findCourse } from '~/domain/courses/find-course.server';
import { findCourseFigures } from '~/domain/learning/find-course-figures.server';
import { formatDay, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { findQuestionFigures } from './find-question-figures.server';
import { QuestionFigure } from './question-figure';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: m.common_title({ page: data?.title ?? m.common_error_404_title() }) },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  await requireRole(request, context, 'trainer', 'operator');
  const { read } = context.store;
  const course = await findCourse(read, { slug: params.slug! });
  if (!course) throw new Response(null, { status: 404 });
  const figures = (await findCourseFigures(read)).get(course.id);
  return {
    title: course.version.outline.title,
    version: {
      number: course.version.number,
      day: formatDay(jstDates(course.version.publishedAt).day),
    },
    started: figures?.started ?? 0,
    finished: figures?.finished ?? 0,
    lessons: await findQuestionFigures(read, course),
  };
}

function Figure({ label, count }: { label: string; count: number }) {
  return (
    <Card>
      <p>{label}</p>
      <p className="n">{m.studio_people({ count: count.toLocaleString('ja-JP') })}</p>
    </Card>
  );
}

export default function StudioCourse() {
  const { title, version, started, finished, lessons } = useLoaderData<typeof loader>();
  return (
    <div className="wrap stack-l">
      <PageHead
        title={title}
        lead={m.studio_version({ number: String(version.number), day: version.day })}
        crumbs={[{ title: m.studio_title(), to: '/studio' }, { title }]}
      />
      <div className="figures">
        <Figure label={m.studio_started()} count={started} />
        <Figure label={m.studio_finished()} count={finished} />
      </div>
      {lessons.length === 0 ? <Notice>{m.studio_no_quiz()}</Notice> : null}
      {lessons.map((lesson) => (
        <section key={lesson.id} className="stack">
          <h2>{lesson.title}</h2>
          {lesson.questions.map((question, i) => (
            <QuestionFigure
              key={question.id}
              lesson={lesson.title}
              number={i + 1}
              question={question}
            />
          ))}
        </section>
      ))}
      <p className="small">{m.studio_versions_note()}</p>
    </div>
  );
}
