import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { groupBound } from '~/auth/policies/region-group';
import { countGroupOfficers } from '~/domain/people/count-group-officers.server';
import { findGroup } from '~/domain/regions/find-group.server';
import { findRegionsMatching } from '~/domain/regions/find-regions-matching.server';
import {
  changeGroupFacts,
  changeGroupMembers,
  endGroupForGood,
} from '~/flows/look-after-groups.server';
import { groupKindWord } from '~/flows/region-words';
import { reportPath } from '~/flows/report-path';
import { formatDay, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { placeLabel } from '~/lib/place-label';
import { Tag } from '~/ui/tag';
import { EndGroup } from './end-group';
import { GroupFacts } from './group-facts';
import { groupForm } from './group-form';
import { Members } from './members';

const FOUND_AT_MOST = 20;
const QUERY_MAX_LENGTH = 100;

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: m.common_title({ page: shown?.group.name ?? m.areas_groups_title() }) },
];

async function findOwnGroup({ params, request, context }: LoaderFunctionArgs) {
  const { grants, personId } = await requireRole(request, context, 'operator');
  const group = await findGroup(context.store.read, {
    id: params.id!,
    within: groupBound(grants),
  });
  if (!group) throw new Response(null, { status: 404 });
  return { group, personId };
}

export async function loader(args: LoaderFunctionArgs) {
  const { group } = await findOwnGroup(args);
  const { read } = args.context.store;
  const { searchParams } = new URL(args.request.url);
  const query = (searchParams.get('q') ?? '').trim().slice(0, QUERY_MAX_LENGTH);
  const found = query ? await findRegionsMatching(read, { query, limit: FOUND_AT_MOST + 1 }) : [];
  const { id, name, kana, kind, createdAt, endedAt } = group;
  const members = new Set(group.members.map(({ code }) => code));
  const day = (at: Date) => formatDay(jstDates(at).day);
  return {
    group: { name, kana, kind, kindWord: groupKindWord(kind) },
    made: m.areas_group_made_on({ day: day(createdAt) }),
    ended: endedAt && m.areas_group_ended_notice({ day: day(endedAt) }),
    report: reportPath({ code: id, kind: 'group' }),
    members: group.members.map((member) => ({
      code: member.code,
      name: member.validUntil
        ? m.areas_group_member_until({
            name: placeLabel(member),
            day: formatDay(member.validUntil),
          })
        : placeLabel(member),
    })),
    query,
    found: found.slice(0, FOUND_AT_MOST).map((place) => ({
      code: place.code,
      name: placeLabel(place),
      isMember: members.has(place.code),
    })),
    more: found.length > FOUND_AT_MOST,
    isEnding: searchParams.has('end') && !endedAt,
    officers: await countGroupOfficers(read, { group, at: now() }),
    done: doneWord(searchParams.get('done')),
  };
}

function doneWord(done: string | null): string | null {
  const words: Record<string, () => string> = {
    made: m.areas_groups_made,
    saved: m.areas_group_saved,
    added: m.areas_group_added,
    removed: m.areas_group_removed,
    ended: m.areas_group_end_done,
  };
  return done && Object.hasOwn(words, done) ? words[done]!() : null;
}

export async function action(args: ActionFunctionArgs) {
  const { group, personId: actorId } = await findOwnGroup(args);
  const { store } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: groupForm });
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 });
  const sent = submission.value;
  const by = { group, actorId, at: now() };
  const seeing = (done: string) => redirect(`/admin/groups/${group.id}?done=${done}`, 303);
  if (sent.intent === 'end') {
    await endGroupForGood(store, by);
    return seeing('ended');
  }
  if (sent.intent === 'facts') {
    const { name, kana, kind } = sent;
    await changeGroupFacts(store, { ...by, name, kana, kind });
    return seeing('saved');
  }
  const change = sent.intent === 'add' ? { add: [sent.code] } : { remove: [sent.code] };
  const changed = await changeGroupMembers(store, { ...by, ...change });
  if (changed.ok) return seeing(sent.intent === 'add' ? 'added' : 'removed');
  const formErrors = [m.areas_group_not_a_municipality()];
  return data(submission.reply({ formErrors }), { status: 400 });
}

/** What was wrong with a button's deed; what is wrong with name and kind stands in their own form. */
function refusedDeed(sent: SubmissionResult<string[]> | undefined): string[] | null {
  if (!sent?.error || sent.initialValue?.intent === 'facts') return null;
  return Object.values(sent.error).flatMap((messages) => messages ?? []);
}

export default function GroupPage() {
  const shown = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { group, ended, done } = shown;
  return (
    <div className="wrap stack-l">
      <div className="stack-s">
        <PageHead
          title={group.name}
          crumbs={[{ title: m.areas_groups_title(), to: '/admin/groups' }, { title: group.name }]}
        />
        <p className="row">
          <Tag kind="accent">{group.kindWord}</Tag>
          <span className="small">{shown.made}</span>
        </p>
        <p>
          <a href={shown.report}>{m.areas_group_report()}</a>
        </p>
      </div>
      {done ? (
        <Notice kind="done" role="status">
          <p>{done}</p>
        </Notice>
      ) : null}
      {ended ? (
        <Notice kind="warm">
          <p>{ended}</p>
        </Notice>
      ) : null}
      {shown.isEnding ? <EndGroup officers={shown.officers} /> : null}
      <Members {...shown} mayChange={!ended} refused={refusedDeed(sent)} />
      {ended ? null : <GroupFacts group={group} lastResult={sent} />}
      {ended || shown.isEnding ? null : (
        <p>
          <a href="?end=yes">{m.areas_group_end_ask()}</a>
        </p>
      )}
    </div>
  );
}
