import { useForm } from '@conform-to/react';
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
import { DIRECTORY_ROLES, directoryBoundOfArea, mayTendDirectory } from '~/auth/policies/directory';
import { findEntryWithin } from '~/domain/directory/find-entry-within.server';
import { findRegion } from '~/domain/regions/find-region.server';
import { keepWindow, retireWindow } from '~/flows/tend-directory.server';
import { jstDates, now } from '~/lib/clock';
import { CHECK_EVERY_DAYS } from '~/lib/help-days';
import { newId } from '~/lib/id.server';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { EntryFieldset } from './entry-fields';
import { entryForm, fieldsOf, type EntryFields } from './entry-form.server';

const NEW = 'new';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: m.common_title({ page: shown?.title ?? '' }) },
];

/** The window of the address, or none at the address for a new one. Another area's is as if absent. */
async function findOwnEntry({ params, request, context }: LoaderFunctionArgs) {
  const { grants, personId } = await requireRole(request, context, ...DIRECTORY_ROLES);
  const { read } = context.store;
  const code = params.code!;
  const id = params.entry!;
  const at = now();
  const { day } = jstDates(at);
  const within = directoryBoundOfArea(grants, code);
  const area = mayTendDirectory(grants, code) ? await findRegion(read, code) : null;
  const entry =
    area && id !== NEW ? await findEntryWithin(read, { id, areaCode: code, within, day }) : null;
  if (!area || (id !== NEW && !entry)) throw new Response(null, { status: 404 });
  if (entry?.retiredAt) throw new Response(null, { status: 404 });
  return { area, entry, within, personId, at, day, path: `/office/areas/${code}/directory` };
}

export async function loader(args: LoaderFunctionArgs) {
  const { area, entry, path } = await findOwnEntry(args);
  const fields: Partial<EntryFields> = entry
    ? fieldsOf(entry)
    : { id: newId(), every: String(CHECK_EVERY_DAYS) };
  return {
    title: entry?.name ?? m.directory_form_new(),
    list: m.directory_office_title({ area: (area.cityName ?? '') + area.name }),
    path,
    fields,
    isNew: entry === null,
    isRetiring: entry !== null && new URL(args.request.url).searchParams.has('retire'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { area, entry, within, personId, at, day, path } = await findOwnEntry(args);
  const { store } = args.context;
  const form = await args.request.formData();
  if (entry && form.get('intent') === 'retire') {
    await retireWindow(store, { entry, actorId: personId, at });
    return redirect(`${path}?done=retire`, 303);
  }
  const submission = parseWithZod(form, { schema: entryForm(day) });
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 });
  const { id, facts } = submission.value;
  const kept = await keepWindow(store, {
    facts,
    entry: entry ?? { newId: id ?? newId(), areaCode: area.code },
    within,
    actorId: personId,
    at,
  });
  if (!kept.ok) throw new Response(null, { status: 404 });
  return redirect(`${path}?done=${entry ? 'change' : 'add'}`, 303);
}

export default function DirectoryEntryPage() {
  const shown = useLoaderData<typeof loader>();
  const { title, list, path, isNew, isRetiring } = shown;
  const [form, fields] = useForm<EntryFields>({
    id: 'window',
    lastResult: useActionData<typeof action>(),
    defaultValue: shown.fields,
  });
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={title}
        lead={m.directory_form_lead()}
        crumbs={[{ title: list, to: path }, { title }]}
      />
      {isRetiring ? <Retire /> : null}
      <PostForm form={form} className="stack">
        {isNew ? (
          <input type="hidden" name={fields.id.name} defaultValue={fields.id.initialValue} />
        ) : null}
        <EntryFieldset fields={fields} />
        <div>
          <Button>{isNew ? m.directory_form_save() : m.directory_form_save_change()}</Button>
        </div>
      </PostForm>
      {isNew || isRetiring ? null : (
        <p>
          <a href="?retire=yes">{m.directory_form_retire_ask()}</a>
        </p>
      )}
    </div>
  );
}

/** Says what taking a window out means before it is done. */
function Retire() {
  return (
    <section aria-labelledby="retire-title">
      <Notice kind="care" title={<span id="retire-title">{m.directory_form_retire_title()}</span>}>
        <p>{m.directory_form_retire()}</p>
        <form method="post" action="?" className="row">
          <Button name="intent" value="retire">
            {m.directory_form_retire_do()}
          </Button>
          <a href="?">{m.directory_form_retire_back()}</a>
        </form>
      </Notice>
    </section>
  );
}
