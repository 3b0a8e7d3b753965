import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireLearner } from '~/auth/guards.server';
import { findCertificate } from '~/domain/certificates/find-certificate.server';
import { afterFinishing } from '~/flows/after-finishing.server';
import { askAtEnd } from '~/flows/ask-at-end.server';
import { findOwnDecision } from '~/flows/find-own-decision.server';
import { findPartsStanding } from '~/flows/find-parts-standing.server';
import { finishCourse } from '~/flows/finish-course.server';
import { findMissingSteps } from '~/flows/find-missing-steps.server';
import { courseInEdition, languagesOf } from '~/flows/course-in-edition';
import { findStanding } from '~/flows/find-standing.server';
import { formatDay, jstDates, now } from '~/lib/clock';
import { coursePath, entryPath, helpPath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { useEdition } from '~/ui/use-edition';
import { AskAtEnd } from './ask-at-end';
import { Certificate } from './certificate';
import { NotYet, titleOf } from './not-yet';
import { Prepared } from './prepared';
import { WhatComesNext } from './what-comes-next';
import { WithAnAccount } from './with-an-account';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: m.common_title({ page: shown ? pageTitle(shown) : '' }) },
];

function pageTitle(shown: { state: string; begun?: boolean; missing?: unknown[] }): string {
  if (shown.state === 'course-finished') return m.programmes_prepared_title();
  if (shown.state !== 'not-yet') return m.my_finish_title();
  return titleOf(shown.begun ?? false, shown.missing?.length ?? 0);
}

/** Asks once more whether the rule is met, so that a course is completed even where the last answer's request was cut off. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const edition = findEdition(params);
  const { personId, registered } = await requireLearner(request, context);
  const { store, content } = context;
  const { programmes } = content;
  const standing = await findStanding(store.read, { slug: params.slug!, personId, programmes });
  if (!standing) throw new Response(null, { status: 404 });
  const { course, programme, enrolment, progress } = standing;
  const shown = courseInEdition(course.version.outline, edition);
  const named = { slug: course.slug, title: shown.title };
  const languages = languagesOf(course, null, 'finish');
  const uncached = { headers: { 'Cache-Control': 'no-store' } };
  const mayBeDone = enrolment !== null && (enrolment.finishedAt !== null || progress.finished);
  const result = mayBeDone
    ? await finishCourse(store, { personId, courseId: course.id, programme, at: now() })
    : ({ state: 'not-yet' } as const);
  if (result.state === 'not-yet') {
    const missing = (await findMissingSteps(store.read, standing)).map((step) => ({
      ...step,
      title: shown.lessons.find(({ slug }) => slug === step.slug)?.title ?? step.title,
    }));
    return data(
      { state: result.state, languages, course: named, begun: enrolment !== null, missing },
      uncached,
    );
  }
  const { finishedAt } = result;
  const asked = await askAtEnd(context, standing, { finishedAt, edition });
  const after = await afterFinishing(store.read, {
    ...{ personId, courseId: course.id, programme, programmes, edition, at: now() },
    directory: content.directory,
    nextSteps: content.nextSteps ?? null,
  });
  if (result.state === 'course-finished') {
    const at = now();
    const decided = await findOwnDecision(store.read, {
      personId,
      programmeCode: programme.code,
      at,
    });
    const { parts } = await findPartsStanding(store.read, {
      programme,
      personId,
      electiveCourseId: decided?.electiveCourseId ?? null,
    });
    return data(
      {
        state: result.state,
        languages,
        course: named,
        day: formatDay(jstDates(result.finishedAt).day, edition),
        parts,
        chosenBy: decided?.electiveCourseId ? decided.hostName : null,
        live: programme.live.required ? programme.live : null,
        after,
        asked,
      },
      uncached,
    );
  }
  const certificate =
    result.state === 'completed' && result.certificateId
      ? await findCertificate(store.read, { id: result.certificateId })
      : null;
  return data(
    {
      state: result.state,
      languages,
      course: named,
      registered,
      after,
      asked,
      day: formatDay(jstDates(result.finishedAt).day, edition),
      certificate: certificate && {
        id: certificate.id,
        host: certificate.hostName,
        number: certificate.number,
        withdrawn: certificate.withdrawnAt !== null,
      },
    },
    uncached,
  );
}

export default function FinishPage() {
  const edition = useEdition();
  const shown = useLoaderData<typeof loader>();
  if (shown.state === 'not-yet') return <NotYet {...shown} />;
  if (shown.state === 'course-finished') return <Prepared {...shown} />;
  const { course, state, registered, day, certificate, after, asked } = shown;
  return (
    <div className="wrap narrow stack-l">
      <header className="stack-s">
        <h1>{m.my_finish_title()}</h1>
        <p>{m.my_finish_course({ course: course.title })}</p>
        <p className="small">{m.my_finish_day({ day })}</p>
      </header>
      <Notice kind="done" title={m.my_finish_thanks()} />
      {state === 'completed' ? <Certificate certificate={certificate} /> : null}
      {state === 'needs-account' && registered ? (
        <Notice kind="warm" title={m.my_finish_profile_title()}>
          <p>{m.my_finish_profile()}</p>
        </Notice>
      ) : null}
      {state === 'needs-account' && !registered ? <WithAnAccount slug={course.slug} /> : null}
      <Notice kind="care" title={m.my_finish_care_title()}>
        <p>{m.my_finish_care()}</p>
        <p>
          <a href={helpPath(edition)}>{m.my_finish_care_link()}</a>
        </p>
      </Notice>
      <AskAtEnd asked={asked} />
      <WhatComesNext after={after} here={coursePath(edition, course.slug, 'finish')} />
      <p>
        <ButtonLink to={edition ? entryPath(edition) : '/#programmes'} kind="quiet">
          {m.my_finish_next_programmes()}
        </ButtonLink>
      </p>
    </div>
  );
}
