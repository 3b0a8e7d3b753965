import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findPublishedCourses } from '~/domain/courses/find-published-courses.server';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: m.common_title({ page: data?.programme.title ?? '' }) },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const programme = context.content.programmes.find(({ code }) => code === params.code);
  if (!programme) throw new Response(null, { status: 404 });
  const courses = await findPublishedCourses(context.store.read);
  const { title, summary, role, audience, minutes, live, attests, sources } = programme;
  return {
    programme: {
      title,
      summary,
      role,
      audience,
      minutes,
      live,
      attests: attests?.title ?? null,
      sources,
    },
    courses: courses.filter((course) => course.programmeCode === programme.code),
  };
}

export default function ProgrammePage() {
  const { programme, courses } = useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={programme.title}
        lead={programme.summary}
        crumbs={[{ title: m.common_home(), to: '/' }, { title: programme.title }]}
      />
      <dl className="facts">
        <dt>{m.public_programme_role()}</dt>
        <dd>{programme.role}</dd>
        <dt>{m.public_programme_audience()}</dt>
        <dd>{programme.audience}</dd>
        <dt>{m.public_programme_length()}</dt>
        <dd>{m.public_home_minutes({ minutes: String(programme.minutes) })}</dd>
        <dt>{m.public_programme_attests()}</dt>
        <dd>
          {programme.attests
            ? m.public_programme_attests_some({ title: programme.attests })
            : m.public_programme_attests_none()}
        </dd>
      </dl>
      {programme.live.required ? <Notice kind="warm">{m.public_programme_live()}</Notice> : null}
      <section className="stack">
        <h2>{m.public_programme_courses()}</h2>
        {courses.length === 0 ? <p>{m.public_programme_no_courses()}</p> : null}
        {courses.map((course) => (
          <Card as="article" key={course.id}>
            <h3>{course.title}</h3>
            <p>{course.summary}</p>
            <p>
              <ButtonLink to={`/courses/${course.slug}`}>{m.public_home_course_open()}</ButtonLink>
            </p>
          </Card>
        ))}
      </section>
      <section className="stack-s small">
        <h2 className="text-base">{m.public_programme_sources()}</h2>
        <ul className="dots">
          {programme.sources.map((source) => (
            <li key={source.document + source.at}>
              {m.public_programme_sources_year({
                document: source.document,
                at: source.at,
                year: String(source.year),
              })}
            </li>
          ))}
        </ul>
      </section>
      <p>
        <a href="/#programmes">{m.public_programme_other()}</a>
      </p>
    </div>
  );
}
