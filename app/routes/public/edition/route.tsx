import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findCoursesInEdition } from '~/domain/courses/find-courses-in-edition.server';
import { jstDates, now } from '~/lib/clock';
import { coursePath } from '~/lib/course-path';
import { editionOfPath, type Languages } from '~/lib/edition';
import { isShownOn } from '~/lib/help-days';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { Tag } from '~/ui/tag';
import { HelpLines } from './help-lines';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.editions_title() }) },
  { name: 'description', content: m.editions_lead() },
];

/** The way in for somebody who reads this edition. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const edition = editionOfPath(new URL(request.url).pathname);
  if (!edition) throw new Response(null, { status: 404 });
  const languages: Languages = { ja: '/', easy: '/easy', en: '/en' };
  const { day } = jstDates(now());
  return {
    edition,
    languages,
    courses: await findCoursesInEdition(context.store.read, { edition }),
    lines: context.content.directory
      .filter((line) => isShownOn(line, day) && (line.number || line.url))
      .sort((a, b) => a.position - b.position)
      .map(({ id, name, number, url, languages: spoken }) => ({ id, name, number, url, spoken })),
  };
}

type Shown = Awaited<ReturnType<typeof loader>>;

function Course({
  course,
  edition,
}: Pick<Shown, 'edition'> & { course: Shown['courses'][number] }) {
  const { slug, title, summary, minutes, lessonCount, total } = course;
  return (
    <Card as="li">
      <h3>{title}</h3>
      <p>{summary}</p>
      <p className="row">
        <Tag kind="accent">{m.course_minutes({ minutes: String(minutes) })}</Tag>
        <Tag>
          {lessonCount < total
            ? m.editions_courses_partly({ count: String(lessonCount), total: String(total) })
            : m.course_lesson_count({ count: String(total) })}
        </Tag>
        <Tag>{m.course_free()}</Tag>
      </p>
      <p>
        <ButtonLink to={coursePath(edition, slug)}>
          {m.editions_open()}
          <span className="sr-only"> {title}</span>
        </ButtonLink>
      </p>
    </Card>
  );
}

export default function EditionPage() {
  const { edition, courses, lines } = useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.editions_title()} lead={m.editions_lead()} />
      <section className="stack-s">
        <h2>{m.editions_what_title()}</h2>
        <p>{m.editions_what_1()}</p>
        <p>{m.editions_what_2()}</p>
      </section>
      <section className="stack">
        <h2>{m.editions_courses_title()}</h2>
        {courses.length === 0 ? (
          <Notice>
            <p>{m.editions_courses_none()}</p>
            <p>
              <a href="/" lang="ja" hrefLang="ja">
                {m.editions_original_link({}, { locale: 'ja' })}
              </a>
            </p>
          </Notice>
        ) : null}
        <ul className="plain stack">
          {courses.map((course) => (
            <Course key={course.slug} course={course} edition={edition} />
          ))}
        </ul>
      </section>
      <HelpLines lines={lines} />
    </div>
  );
}
