import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findVisitor } from '~/auth/guards.server';
import { findCompletions } from '~/domain/learning/find-completions.server';
import { findOwnDecision } from '~/flows/find-own-decision.server';
import { findPartsStanding } from '~/flows/find-parts-standing.server';
import { formatDay, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { ProgrammeParts } from '~/ui/programme-parts';
import { Facts } from './facts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: m.common_title({ page: data?.programme.title ?? '' }) },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const programme = context.content.programmes.find(({ code }) => code === params.code);
  if (!programme) throw new Response(null, { status: 404 });
  const visitor = await findVisitor(request, context);
  const { read } = context.store;
  const personId = visitor?.personId ?? null;
  const decided = await findOwnDecision(read, {
    personId,
    programmeCode: programme.code,
    at: now(),
  });
  const { parts } = await findPartsStanding(read, {
    programme,
    personId,
    electiveCourseId: decided?.electiveCourseId ?? null,
  });
  const completions = personId ? await findCompletions(read, { personId }) : [];
  const done = completions.find(({ programmeCode }) => programmeCode === programme.code);
  return { programme, parts, decided, doneOn: done ? formatDay(done.day) : null };
}

export default function ProgrammePage() {
  const { programme, parts, decided, doneOn } = useLoaderData<typeof loader>();
  const { title, summary, live, sources, legalBasis } = programme;
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={title}
        lead={summary}
        crumbs={[{ title: m.common_home(), to: '/' }, { title }]}
      />
      {doneOn ? (
        <Notice kind="done" title={m.programmes_done_title()}>
          <p>{m.programmes_done({ day: doneOn })}</p>
        </Notice>
      ) : null}
      {live.required ? (
        <Notice kind="warm" title={m.programmes_live_title()}>
          <p>{m.programmes_live_minutes({ minutes: String(live.minutes) })}</p>
          <p>{m.programmes_live_late({ minutes: String(live.lateMinutes) })}</p>
          <p>{m.programmes_prepared_live_where()}</p>
        </Notice>
      ) : null}
      {decided?.localTitle ? (
        <p>{m.programmes_local_course({ host: decided.hostName, title: decided.localTitle })}</p>
      ) : null}
      <ProgrammeParts
        parts={parts}
        chosenBy={decided?.electiveCourseId ? decided.hostName : null}
      />
      <Facts programme={programme} />
      <section className="stack-s small">
        <h2 className="text-base">{m.public_programme_sources()}</h2>
        <ul className="dots">
          {sources.map((source) => (
            <li key={source.document + source.at}>
              {m.public_programme_sources_year({
                document: source.document,
                at: source.at,
                year: String(source.year),
              })}
            </li>
          ))}
          {legalBasis.map(({ text, source }) => (
            <li key={text}>
              {m.programmes_legal()}
              {text}
              <span className="block">{m.programmes_source({ source })}</span>
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
