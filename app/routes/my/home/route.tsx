import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireLearner } from '~/auth/guards.server';
import { findOwnRecord } from '~/flows/find-own-record.server';
import { chosenNextSteps } from '~/flows/own-next-steps.server';
import { now } from '~/lib/clock';
import { entryPath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import { languagesAt, pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { useEdition } from '~/ui/use-edition';
import { Account } from './account';
import { CompletedCourse } from './completed-course';
import { CourseUnderWay } from './course-under-way';
import { OwnSteps } from './own-steps';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.my_title() }) }];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const edition = findEdition(params);
  const { personId, registered, name, number } = await requireLearner(request, context);
  const { programmes } = context.content;
  const own = await findOwnRecord(context.store.read, {
    ...{ personId, programmes, edition, at: now() },
  });
  const { nextSteps } = context.content;
  const steps = nextSteps
    ? await chosenNextSteps(context.store.read, { personId, nextSteps, edition })
    : [];
  return data(
    {
      languages: languagesAt('/my'),
      registered,
      name,
      number,
      origin: context.origin,
      steps,
      ...own,
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export default function MyPage() {
  const edition = useEdition();
  const { registered, name, number, origin, records, underWay, completions, steps } =
    useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.my_title()}
        lead={registered && name ? m.my_hello({ name }) : m.my_lead()}
      />
      {registered ? null : <GuestNotice />}
      {records > 1 ? (
        <Notice title={m.people_my_merged_title()}>
          <p>{m.people_my_merged()}</p>
        </Notice>
      ) : null}
      <section className="stack" aria-labelledby="courses">
        <h2 id="courses">{m.my_courses_title()}</h2>
        {underWay.length === 0 ? (
          <Card>
            {completions.length === 0 ? <p>{m.my_courses_empty_title()}</p> : null}
            <p>{m.my_courses_empty()}</p>
            <p>
              <ButtonLink
                to={edition ? entryPath(edition) : '/#programmes'}
                kind={completions.length === 0 ? 'first' : 'second'}
              >
                {m.my_courses_empty_link()}
              </ButtonLink>
            </p>
          </Card>
        ) : null}
        {underWay.map((course) => (
          <CourseUnderWay key={course.to} course={course} registered={registered} />
        ))}
      </section>
      <OwnSteps steps={steps} />
      <section className="stack" aria-labelledby="done">
        <h2 id="done">{m.my_done_title()}</h2>
        {completions.length === 0 ? <p>{m.my_done_empty()}</p> : null}
        {completions.map((completion) => (
          <CompletedCourse key={completion.id} completion={completion} origin={origin} />
        ))}
      </section>
      <Account registered={registered} number={number} />
    </div>
  );
}

function GuestNotice() {
  const edition = useEdition();
  return (
    <Notice kind="info" title={m.my_guest_title()}>
      <p>{m.my_guest_body()}</p>
      <p className="row">
        <ButtonLink to={pathIn(edition, '/my/code')} kind="second">
          {m.my_guest_code()}
        </ButtonLink>
        <ButtonLink to={pathIn(edition, '/join')} kind="second">
          {m.my_guest_join()}
        </ButtonLink>
      </p>
      <p className="small">{m.my_guest_code_hint()}</p>
      <p className="small">{m.my_guest_join_hint()}</p>
    </Notice>
  );
}
