import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { DIRECTORY_ROLES, directoryBoundOfArea, mayTendDirectory } from '~/auth/policies/directory';
import {
  findEntriesWithin,
  type DirectoryEntry,
} from '~/domain/directory/find-entries-within.server';
import { findEntryWithin } from '~/domain/directory/find-entry-within.server';
import { findRegion } from '~/domain/regions/find-region.server';
import { checkWindow } from '~/flows/tend-directory.server';
import { dueOf } from '~/flows/windows-to-check.server';
import { formatDay, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { Tag } from '~/ui/tag';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: m.common_title({ page: shown ? m.directory_office_title(shown) : '' }) },
];

/** The area of the address, for who looks after its windows. Another's is as if absent. */
async function findOwnArea({ params, request, context }: LoaderFunctionArgs) {
  const { grants, personId } = await requireRole(request, context, ...DIRECTORY_ROLES);
  const code = params.code!;
  const place = mayTendDirectory(grants, code) ? await findRegion(context.store.read, code) : null;
  if (!place) throw new Response(null, { status: 404 });
  return {
    code,
    name: (place.cityName ?? '') + place.name,
    within: directoryBoundOfArea(grants, code),
    personId,
    at: now(),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { code, name, within, at } = await findOwnArea(args);
  const { read } = args.context.store;
  const { day } = jstDates(at);
  const asked = { within, areaCode: code, day };
  const [kept, retired] = await Promise.all([
    findEntriesWithin(read, asked),
    findEntriesWithin(read, { ...asked, retired: true }),
  ]);
  const entries = kept.map((entry) => shownRow(entry, day));
  return {
    area: name,
    path: `/office/areas/${code}/directory`,
    // As readers search: a prefecture is not a place one lives in.
    see: `/help?place=${code}#results`,
    isPrefecture: code.slice(2, 5) === '000',
    entries,
    due: entries.filter(({ isDue }) => isDue).length,
    retired: retired.map(({ id, name: title, retiredAt }) => ({
      id,
      name: title,
      words: retiredAt
        ? m.directory_office_retired_on({ day: formatDay(jstDates(retiredAt).day) })
        : '',
    })),
    done: doneWord(new URL(args.request.url).searchParams.get('done')),
  };
}

function shownRow(entry: DirectoryEntry, day: string) {
  const { id, name, number, validUntil, lastChecked } = entry;
  const due = dueOf(entry, day);
  const state = due.over
    ? m.directory_office_over({ day: formatDay(validUntil!) })
    : due.stale
      ? m.directory_office_stale()
      : m.directory_office_fresh();
  const isDue = due.over || due.stale;
  return { id, name, number, checked: formatDay(lastChecked), state, isDue };
}

function doneWord(done: string | null): string | null {
  const words: Record<string, () => string> = {
    add: m.directory_office_did_add,
    change: m.directory_office_did_change,
    check: m.directory_office_did_check,
    retire: m.directory_office_did_retire,
  };
  return done && Object.hasOwn(words, done) ? words[done]!() : null;
}

/** 「きょう確かめました」 */
export async function action(args: ActionFunctionArgs) {
  const { code, within, personId, at } = await findOwnArea(args);
  const { store } = args.context;
  const id = String((await args.request.formData()).get('entry') ?? '');
  const { day } = jstDates(at);
  const entry = await findEntryWithin(store.read, { id, areaCode: code, within, day });
  if (!entry) throw new Response(null, { status: 404 });
  await checkWindow(store, { entry, actorId: personId, at });
  return redirect(`/office/areas/${code}/directory?done=check`, 303);
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function OfficeDirectory() {
  const shown = useLoaderData<typeof loader>();
  const { area, path, entries, due, retired, done } = shown;
  return (
    <div className="wrap stack-l">
      <div className="stack-s">
        <PageHead
          title={m.directory_office_title({ area })}
          lead={m.directory_office_lead({ area })}
        />
        <p className="row">
          <ButtonLink to={`${path}/new`}>{m.directory_office_add()}</ButtonLink>
          {shown.isPrefecture ? null : <a href={shown.see}>{m.directory_office_see()}</a>}
        </p>
      </div>
      {done ? (
        <Notice kind="done" role="status">
          <p>{done}</p>
        </Notice>
      ) : null}
      {due > 0 ? (
        <Notice kind="warm" title={m.directory_office_due_title({ count: String(due) })}>
          <p>{m.directory_office_due()}</p>
        </Notice>
      ) : null}
      {entries.length === 0 ? (
        <Notice>
          <p>{m.directory_office_empty()}</p>
        </Notice>
      ) : (
        <Entries entries={entries} path={path} />
      )}
      {retired.length > 0 ? (
        <section className="stack-s">
          <h2>{m.directory_office_retired()}</h2>
          <ul className="dots">
            {retired.map(({ id, name, words }) => (
              <li key={id}>
                {name} <span className="small">{words}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Entries({ entries, path }: Pick<Shown, 'entries' | 'path'>) {
  return (
    <DataTable
      caption={m.directory_office_list()}
      columns={[
        { title: m.directory_office_name() },
        { title: m.directory_office_number() },
        { title: m.directory_office_checked() },
        { title: m.directory_office_state() },
        { title: m.directory_office_do() },
      ]}
      rows={entries.map(({ id, name, number, checked, state, isDue }) => [
        <a key="name" href={`${path}/${id}`} aria-label={m.directory_office_change_named({ name })}>
          {name}
        </a>,
        number ?? '',
        checked,
        <Tag key="state" kind={isDue ? 'warm' : 'accent'}>
          {state}
        </Tag>,
        <form key="do" method="post" action={path}>
          <input type="hidden" name="entry" value={id} />
          <Button kind="second" aria-label={m.directory_office_check_named({ name })}>
            {m.directory_office_check()}
          </Button>
        </form>,
      ])}
    />
  );
}
