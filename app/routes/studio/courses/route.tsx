import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { findPublishedCourses } from '~/domain/courses/find-published-courses.server';
import { findCourseFigures } from '~/domain/learning/find-course-figures.server';
import * as m from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.studio_title() }) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(request, context, 'trainer', 'operator');
  const { read } = context.store;
  const figures = await findCourseFigures(read);
  const courses = await findPublishedCourses(read);
  return {
    courses: courses.map(({ id, slug, title }) => ({
      slug,
      title,
      ...(figures.get(id) ?? { started: 0, finished: 0 }),
    })),
  };
}

export default function StudioCourses() {
  const { courses } = useLoaderData<typeof loader>();
  return (
    <div className="wrap stack-l">
      <PageHead title={m.studio_title()} lead={m.studio_lead()} />
      {courses.length === 0 ? (
        <Notice title={m.studio_empty_title()}>{m.studio_empty()}</Notice>
      ) : (
        <DataTable
          caption={m.studio_courses()}
          columns={[
            { title: m.studio_course() },
            { title: m.studio_started(), align: 'right' },
            { title: m.studio_finished(), align: 'right' },
          ]}
          rows={courses.map(({ slug, title, started, finished }) => [
            <a
              key={slug}
              className="inline-flex min-h-[44px] items-center"
              href={`/studio/courses/${slug}`}
            >
              {title}
            </a>,
            m.studio_people({ count: started.toLocaleString('ja-JP') }),
            m.studio_people({ count: finished.toLocaleString('ja-JP') }),
          ])}
        />
      )}
    </div>
  );
}
