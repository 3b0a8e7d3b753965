import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { mergerBound } from '~/auth/policies/merger';
import { groupBound } from '~/auth/policies/region-group';
import { findMergers } from '~/domain/regions/find-mergers.server';
import { mergeAreas, previewMerger } from '~/flows/merge-areas.server';
import { reportPath } from '~/flows/report-path';
import { formatDay, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { CheckMerger } from './check-merger';
import { readMergerForm } from './merger-form';
import { mergerMeaning, mergerRefusal } from './merger-words';
import { NewMerger } from './new-merger';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.areas_mergers_title() }) },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(request, context, 'operator');
  const mergers = await findMergers(context.store.read);
  return {
    done: new URL(request.url).searchParams.has('done'),
    mergers: mergers.map(({ day, from, to }) => ({ day: formatDay(day), from, to })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { personId, grants } = await requireRole(request, context, 'operator');
  const { store } = context;
  const form = await request.formData();
  const { submission, merger, refused } = await readMergerForm(store.read, form);
  const again = (fieldErrors: Record<string, string[]>) =>
    data({ lastResult: submission.reply({ fieldErrors }), check: null }, { status: 400 });
  if (submission.status !== 'success') {
    return data({ lastResult: submission.reply(), check: null }, { status: 400 });
  }
  if (submission.value.step === 'edit')
    return data({ lastResult: submission.reply(), check: null });
  if (!merger) return again({ from: refused ?? [] });

  const within = mergerBound(grants);
  const at = now();
  if (submission.value.step === 'record') {
    const recorded = await mergeAreas(store, { merger, within, actorId: personId, at });
    return recorded.ok
      ? redirect('/admin/mergers?done=yes', 303)
      : again(mergerRefusal(recorded.reason));
  }
  const groupsWithin = groupBound(grants);
  const preview = await previewMerger(store.read, { merger, within, groupsWithin, at });
  if (!preview.ok) return again(mergerRefusal(preview.reason));
  const check = {
    meaning: mergerMeaning(preview, merger.day),
    groups: preview.groups,
    to: preview.to.name,
    fields: Object.fromEntries(
      [...form].flatMap(([name, value]) =>
        typeof value === 'string' && name !== 'step' ? [[name, value]] : [],
      ),
    ),
  };
  return data({ lastResult: null, check });
}

export default function MergersPage() {
  const { mergers, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const named = ({ code, name }: { code: string; name: string }) => (
    <a href={reportPath({ code, kind: 'city' })}>{m.areas_mergers_named({ name, code })}</a>
  );
  return (
    <div className="wrap stack-l">
      <PageHead title={m.areas_mergers_title()} lead={m.areas_mergers_lead()} />
      {done ? (
        <Notice kind="done" role="status">
          <p>{m.areas_merger_done()}</p>
        </Notice>
      ) : null}
      {sent?.check ? <CheckMerger {...sent.check} /> : <NewMerger lastResult={sent?.lastResult} />}
      {mergers.length === 0 ? (
        <Notice>
          <p>{m.areas_mergers_empty()}</p>
        </Notice>
      ) : (
        <DataTable
          caption={m.areas_mergers_list()}
          columns={[
            { title: m.areas_mergers_day() },
            { title: m.areas_mergers_from() },
            { title: m.areas_mergers_to() },
          ]}
          rows={mergers.map(({ day, from, to }) => [day, named(from), named(to)])}
        />
      )}
    </div>
  );
}
