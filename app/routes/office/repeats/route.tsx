import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { NAMES_ROLES } from '~/auth/policies/person';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { findPersonWithin } from '~/domain/people/find-person-within.server';
import { findRepeatPairs } from '~/domain/people/find-repeat-pairs.server';
import { openTendingDesk, requirePurpose } from '~/flows/people-desk.server';
import { readPerson } from '~/flows/read-person.server';
import { setPeopleApart } from '~/flows/set-people-apart.server';
import { now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { DeskTabs } from '~/ui/desk-tabs';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { Pagination } from '~/ui/pagination';
import { TwoPeople } from '~/ui/two-people';

const PER_PAGE = 10;

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.people_tab_repeats() }) },
];

async function open({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...NAMES_ROLES);
  const desk = await openTendingDesk({ code: params.code!, visitor, context });
  const purpose = requirePurpose(request, { desk, visitor, context });
  return { visitor, desk, purpose, at: now() };
}

export async function loader(args: LoaderFunctionArgs) {
  const { visitor, desk, purpose, at } = await open(args);
  const { store } = args.context;
  const { path, areaCode, areaName, within } = desk;
  const { searchParams: search } = new URL(args.request.url);
  const pairs = await findRepeatPairs(store.read, { within });
  const pages = Math.max(1, Math.ceil(pairs.length / PER_PAGE));
  const page = Math.min(Math.max(Number.parseInt(search.get('page') ?? '', 10) || 1, 1), pages);
  const shown = [];
  for (const pair of pairs.slice((page - 1) * PER_PAGE, page * PER_PAGE)) {
    const [one, other] = [
      await readPerson(store.read, { desk, id: pair[0].id, at }),
      await readPerson(store.read, { desk, id: pair[1].id, at }),
    ];
    if (one && other) shown.push({ one: one.shown, other: other.shown });
  }
  await store.tx((db) =>
    recordAudit(db, {
      at,
      actorId: visitor.personId,
      action: 'people.list',
      subjectKind: 'area',
      subjectId: areaCode,
      areaCode,
      detail: { rows: shown.length * 2, page, of: 'repeats' },
      purpose,
    }),
  );
  return data(
    { path, areaName, total: pairs.length, page, pages, pairs: shown, done: search.has('apart') },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

/** 「別の方です」 */
export async function action(args: ActionFunctionArgs) {
  const { visitor, desk, purpose, at } = await open(args);
  const { store } = args.context;
  const form = await args.request.formData();
  const find = (id: FormDataEntryValue | null) =>
    findPersonWithin(store.read, { id: typeof id === 'string' ? id : '', within: desk.within });
  const [one, other] = [await find(form.get('one')), await find(form.get('other'))];
  if (!one || !other) throw new Response(null, { status: 404 });
  const { areaCode } = desk;
  await setPeopleApart(store, {
    ...{ one, other, decidedBy: visitor.personId, areaCode, purpose, at },
  });
  return redirect(`${desk.path}/repeats?apart`, 303);
}

export default function RepeatsPage() {
  const { path, areaName, total, page, pages, pairs, done } = useLoaderData<typeof loader>();
  return (
    <div className="wrap stack-l">
      <PageHead title={m.people_repeats_title({ area: areaName })} lead={m.people_repeats_lead()} />
      <DeskTabs path={path} current="repeats" mayTend />
      {done ? (
        <Notice kind="done" role="status">
          <p>{m.people_done_apart()}</p>
        </Notice>
      ) : null}
      {total === 0 ? (
        <Notice title={m.people_repeats_none_title()}>
          <p>{m.people_repeats_none()}</p>
        </Notice>
      ) : (
        <p>{m.people_repeats_count({ count: total.toLocaleString('ja-JP') })}</p>
      )}
      {pairs.map(({ one, other }, i) => (
        <article key={one.id + other.id} className="stack" aria-labelledby={`pair-${i}`}>
          <h2 id={`pair-${i}`}>{m.people_pair_title({ name: one.name })}</h2>
          <TwoPeople
            one={{ title: m.people_merge_first(), person: one }}
            other={{ title: m.people_merge_second(), person: other }}
            headingLevel={3}
          />
          <form method="post" className="row">
            <input type="hidden" name="one" value={one.id} />
            <input type="hidden" name="other" value={other.id} />
            <ButtonLink to={`${path}/merge?one=${one.id}&other=${other.id}`}>
              {m.people_pair_merge()}
              <span className="sr-only">{one.name}</span>
            </ButtonLink>
            <Button kind="second">
              {m.people_pair_apart()}
              <span className="sr-only">{one.name}</span>
            </Button>
          </form>
        </article>
      ))}
      <Pagination page={page} pages={pages} to={(to) => `?page=${to}`} />
    </div>
  );
}
