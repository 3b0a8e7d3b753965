import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findPublishedCourses } from '~/domain/courses/find-published-courses.server';
import type { Languages } from '~/lib/edition';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { FamilyCard, FAMILIES } from './family-card';
import { ThreadPicture } from './thread-picture';

export const handle = { flush: true };

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.public_home_title() }) },
  { name: 'description', content: m.public_home_lead() },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const courses = await findPublishedCourses(context.store.read);
  const programmes = [...context.content.programmes]
    .sort((a, b) => a.position - b.position)
    .map(({ code, family, title, role, minutes, live }) => ({
      code,
      family,
      title,
      role,
      minutes,
      live: live.required,
      course: courses.find((course) => course.programmeCode === code)?.slug ?? null,
    }));
  const languages: Languages = { ja: '/', easy: '/easy', en: '/en' };
  return { languages, programmes, firstCourse: courses[0]?.slug ?? null };
}

export default function Home() {
  const { programmes, firstCourse } = useLoaderData<typeof loader>();
  return (
    <>
      <section className="hero">
        <div className="wrap hero-inside">
          <div className="stack">
            <h1>
              <span className="block">{m.public_home_h1_first()}</span>
              <span className="block">{m.public_home_h1_second()}</span>
            </h1>
            <p className="lead">{m.public_home_lead()}</p>
            <p className="row">
              {firstCourse ? (
                <ButtonLink to={`/courses/${firstCourse}`}>{m.public_home_start()}</ButtonLink>
              ) : null}
              <ButtonLink kind="second" to="#programmes">
                {m.public_home_programmes_link()}
              </ButtonLink>
            </p>
            <ul className="hero-facts">
              <li>{m.public_home_fact_free()}</li>
              <li>{m.public_home_fact_time()}</li>
              <li>{m.public_home_fact_who()}</li>
            </ul>
          </div>
          <ThreadPicture />
        </div>
      </section>
      <div className="wrap stack-l home-body">
        <section className="stack" id="programmes" aria-labelledby="programmes-title">
          <h2 id="programmes-title">{m.public_home_three()}</h2>
          <ul className="plain grid-3">
            {FAMILIES.map((family) => (
              <FamilyCard
                key={family}
                family={family}
                programmes={programmes.filter((programme) => programme.family === family)}
              />
            ))}
          </ul>
        </section>
        <section className="stack" aria-labelledby="trust-title">
          <h2 id="trust-title">{m.public_home_trust()}</h2>
          <ul className="dots stack-s">
            <li>{m.public_home_trust_privacy()}</li>
            <li>{m.public_home_trust_care()}</li>
            <li>{m.public_home_trust_sources()}</li>
            <li>{m.public_home_trust_who()}</li>
          </ul>
        </section>
        <div className="grid-2">
          <Card as="section">
            <h2 className="text-lg">{m.public_home_trainers()}</h2>
            <p>{m.public_home_trainers_body()}</p>
            <a href="/for-trainers">{m.public_home_trainers_link()}</a>
          </Card>
          <Card as="section">
            <h2 className="text-lg">{m.public_home_offices()}</h2>
            <p>{m.public_home_offices_body()}</p>
            <a href="/for-offices">{m.public_home_offices_link()}</a>
          </Card>
        </div>
      </div>
    </>
  );
}
