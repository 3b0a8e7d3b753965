import {
  data,
  redirect,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { NAMES_ROLES } from '~/auth/policies/person';
import { findPersonWithin } from '~/domain/people/find-person-within.server';
import { findRepeats } from '~/domain/people/find-repeats.server';
import { holdsRole } from '~/domain/people/holds-role.server';
import { undoableUntil } from '~/domain/people/undoable-until';
import { notePersonLooks } from '~/flows/note-person-looks.server';
import { openPeopleDesk, requirePurpose } from '~/flows/people-desk.server';
import { readPerson } from '~/flows/read-person.server';
import { formatDay, formatTime, jstDates, now } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import * as m from '~/paraglide/messages';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PersonFacts } from '~/ui/person-facts';
import { Certificates } from './certificates';
import { Merges, Repeats, Steps } from './steps';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.people_person_title() }) },
];

const DONE: Record<string, () => string> = {
  mended: m.people_done_mended,
  merged: m.people_done_merged,
  undone: m.people_done_undone,
};

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...NAMES_ROLES);
  const { read } = context.store;
  const at = now();
  const desk = await openPeopleDesk({ code: params.code!, visitor, context });
  const purpose = requirePurpose(request, { desk, visitor, context });
  const { within, path, areaCode, areaName, mayTend } = desk;
  const found = await readPerson(read, { desk, id: params.id!, at });
  if (!found) throw new Response(null, { status: 404 });
  if (found.keptId) return redirect(`${path}/people/${found.keptId}`);
  const { person, shown, certificates, merges } = found;
  const { id, kana, birthYear, municipalityCode } = person;
  await notePersonLooks(context.store, {
    people: [person],
    actorId: visitor.personId,
    areaCode,
    purpose,
    at,
  });
  const enrolled = await findPersonWithin(read, { id, within, enrolledOnly: true });
  const repeats =
    kana && municipalityCode
      ? await findRepeats(read, { kana, birthYear, municipalityCode, within, exceptId: id })
      : [];
  const done = new URL(request.url).searchParams.get('done') ?? '';
  return data(
    {
      path,
      areaName,
      shown,
      certificates,
      done: DONE[done]?.() ?? null,
      mayTend,
      mayMend: mayTend && enrolled !== null,
      mayGivePassphrase:
        mayTend && enrolled !== null && !(await holdsRole(read, { personIds: [id], at })),
      repeats: mayTend
        ? repeats.map(({ id: otherId, name, number }) => ({
            id: otherId,
            name: name ?? '',
            number: number ? groupCode(number) : '',
          }))
        : [],
      merges: merges.map(({ id: mergeId, mergedAt }) => {
        const until = undoableUntil(mergedAt);
        return {
          id: mergeId,
          day: formatDay(jstDates(mergedAt).day),
          until: `${formatDay(jstDates(until).day)} ${formatTime(until)}`,
          mayUndo: mayTend && at <= until,
        };
      }),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export default function PersonPage() {
  const found = useLoaderData<typeof loader>();
  const { path, areaName, shown, certificates, done, mayTend } = found;
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.people_person_of({ name: shown.name })}
        crumbs={[
          { title: m.people_title({ area: areaName }), to: `${path}/people` },
          { title: shown.name },
        ]}
      />
      {done ? (
        <Notice kind="done" role="status">
          <p>{done}</p>
        </Notice>
      ) : null}
      <Card as="section">
        <h2>{m.people_facts_title()}</h2>
        <PersonFacts person={shown} />
      </Card>
      <Certificates certificates={certificates} />
      <Merges path={path} merges={found.merges} />
      <Repeats path={path} id={shown.id} repeats={found.repeats} />
      {mayTend ? <Steps id={shown.id} {...found} /> : null}
    </div>
  );
}
