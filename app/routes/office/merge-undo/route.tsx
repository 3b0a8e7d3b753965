import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { NAMES_ROLES } from '~/auth/policies/person';
import { findMergesWithin } from '~/domain/people/find-merges-within.server';
import { undoableUntil } from '~/domain/people/undoable-until';
import { notePersonLooks } from '~/flows/note-person-looks.server';
import { openTendingDesk, requirePurpose } from '~/flows/people-desk.server';
import { readPerson } from '~/flows/read-person.server';
import { undoMerge } from '~/flows/undo-merge.server';
import { formatDay, formatTime, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { TwoPeople } from '~/ui/two-people';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.people_undo_title() }) },
];

async function open({ params, request, context }: LoaderFunctionArgs) {
  const { read } = context.store;
  const visitor = await requireRole(request, context, ...NAMES_ROLES);
  const desk = await openTendingDesk({ code: params.code!, visitor, context });
  const purpose = requirePurpose(request, { desk, visitor, context });
  const at = now();
  const [merge] = await findMergesWithin(read, { id: params.id!, within: desk.within });
  const kept = merge && (await readPerson(read, { desk, id: merge.keptId, at }));
  const merged = merge && (await readPerson(read, { desk, id: merge.mergedId, at }));
  if (!merge || !kept || !merged) throw new Response(null, { status: 404 });
  return { visitor, desk, purpose, merge, kept, merged, at };
}

export async function loader(args: LoaderFunctionArgs) {
  const { visitor, desk, purpose, merge, kept, merged, at } = await open(args);
  await notePersonLooks(args.context.store, {
    people: [kept.person, merged.person],
    actorId: visitor.personId,
    areaCode: desk.areaCode,
    purpose,
    at,
  });
  const until = undoableUntil(merge.mergedAt);
  return data(
    {
      back: `${desk.path}/people/${kept.person.id}`,
      kept: kept.shown,
      merged: merged.shown,
      day: formatDay(jstDates(merge.mergedAt).day),
      until: `${formatDay(jstDates(until).day)} ${formatTime(until)}`,
      mayUndo: at <= until,
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action(args: ActionFunctionArgs) {
  const { visitor, desk, purpose, merge, kept, at } = await open(args);
  const result = await undoMerge(args.context.store, {
    ...{ merge, undoneBy: visitor.personId, areaCode: desk.areaCode, purpose, at },
  });
  if (result.ok) return redirect(`${desk.path}/people/${kept.person.id}?done=undone`, 303);
  const refused =
    result.reason === 'too-late' ? m.people_undo_too_late() : m.people_undo_undone_before();
  return data({ refused }, { status: 400 });
}

export default function UndoMergePage() {
  const { back, kept, merged, day, until, mayUndo } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const title = m.people_undo_title();
  return (
    <div className="wrap stack-l">
      <PageHead
        title={title}
        lead={m.people_undo_lead({ day })}
        crumbs={[{ title: kept.name, to: back }, { title }]}
      />
      {sent ? (
        <Notice kind="error" role="alert">
          <p>{sent.refused}</p>
        </Notice>
      ) : null}
      <TwoPeople
        one={{ title: m.people_undo_kept(), person: kept }}
        other={{ title: m.people_undo_merged(), person: merged }}
      />
      <Notice title={m.people_undo_what_title()}>
        <ul className="dots">
          <li>{m.people_undo_what_records()}</li>
          <li>{m.people_undo_what_sign_in()}</li>
          <li>{m.people_undo_what_counts()}</li>
          <li>{mayUndo ? m.people_undo_what_until({ until }) : m.people_undo_too_late()}</li>
        </ul>
      </Notice>
      <form method="post" className="row">
        {mayUndo ? <Button>{m.people_undo_go()}</Button> : null}
        <ButtonLink to={back} kind="quiet">
          {m.people_back_to_person()}
        </ButtonLink>
      </form>
    </div>
  );
}
