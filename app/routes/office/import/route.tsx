import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { ENROLMENT_ROLES } from '~/auth/policies/enrolment';
import { personBoundOfArea } from '~/auth/policies/person';
import { countRows } from '~/domain/imports/count-rows.server';
import { findPerson } from '~/domain/people/find-person.server';
import { checkImport } from '~/flows/check-import.server';
import { listOfArea } from '~/flows/enrolling-area.server';
import { orderImport, takeImport } from '~/flows/take-import.server';
import { undoImport } from '~/flows/undo-import.server';
import { formatDay, formatTime, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { Account } from './account';
import { ColumnsForm } from './columns-form';
import { findAccountView, findColumnsView, findPreviewView } from './find-views.server';
import { Preview } from './preview';
import { readColumns } from './read-columns';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: m.common_title({ page: shown?.fileName ?? m.imports_title() }) },
];

async function findOwn({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...ENROLMENT_ROLES);
  const asked = { code: params.code!, id: params.id!, grants: visitor.grants };
  const list = await listOfArea(context.store.read, asked);
  return { visitor, list, path: `/office/areas/${list.area.code}/imports/${list.batch.id}` };
}

export async function loader(args: LoaderFunctionArgs) {
  const { list, path } = await findOwn(args);
  const { area, batch } = list;
  const { read } = args.context.store;
  const { searchParams } = new URL(args.request.url);
  const at = now();
  const page = Math.trunc(Number(searchParams.get('page'))) || 1;
  const officer = await findPerson(read, { id: batch.officerId });
  const counts = await countRows(read, { batchId: batch.id });
  const choosing =
    batch.state === 'mapping' ||
    (batch.state === 'preview' && searchParams.get('step') === 'columns');
  const isOver = batch.state === 'done' || batch.state === 'undone';
  const sent = `${formatDay(jstDates(batch.createdAt).day)} ${formatTime(batch.createdAt)}`;
  return {
    area: { code: area.code, name: (area.cityName ?? '') + area.name },
    fileName: batch.fileName,
    source: officer?.name
      ? m.imports_source({ at: sent, officer: officer.name })
      : m.imports_source_nobody({ at: sent }),
    columns: choosing ? await findColumnsView(read, list) : null,
    preview:
      batch.state === 'preview' && !choosing
        ? await findPreviewView(read, list, { path, page, at })
        : null,
    taking:
      batch.state === 'taking'
        ? { total: String(batch.total), settled: String(counts.taken + counts.refused) }
        : null,
    account: isOver ? await findAccountView(read, list, { path, page, at }) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visitor, list, path } = await findOwn(args);
  const { batch } = list;
  const { store } = args.context;
  const { personId: actorId, grants } = visitor;
  const form = await args.request.formData();
  const at = now();
  const refuse = (errors: Record<string, string[]>, columns = null, status = 400) =>
    data({ errors, columns }, status);

  switch (String(form.get('intent'))) {
    case 'check': {
      const { mapping, errors } = readColumns(form, batch.header.length);
      if (Object.keys(errors).length > 0) {
        const columns = await findColumnsView(store.read, list, mapping);
        return data({ errors, columns }, 400);
      }
      const within = personBoundOfArea(grants, batch.areaCode);
      const checked = await checkImport(store, { batch, mapping, within, at });
      return checked
        ? redirect(path, 303)
        : refuse({ late: [m.imports_columns_late()] }, null, 409);
    }
    case 'take': {
      const withoutRepeats = form.get('without') === 'repeats';
      const ordered = await orderImport(store, { batch, withoutRepeats, actorId, at });
      if (ordered) await takeImport(store, { batchId: batch.id, actorId, at });
      else if (batch.state === 'mapping')
        return refuse({ late: [m.imports_preview_late()] }, null, 409);
      return redirect(path, 303);
    }
    case 'undo': {
      if (form.get('sure') !== 'yes') return refuse({ sure: [m.imports_undo_sure_missing()] });
      const undone = await undoImport(store, { batch, undoneBy: actorId, at });
      if (!undone.ok && undone.reason === 'too-late') {
        return refuse({ late: [m.imports_undo_over()] }, null, 409);
      }
      return redirect(path, 303);
    }
    default:
      return redirect(path, 303);
  }
}

function Taking({ total, settled }: { total: string; settled: string }) {
  return (
    <Notice kind="info" title={m.imports_taking_title()} role="status">
      <p>{m.imports_taking_body({ total, settled })}</p>
      <p>
        <ButtonLink to="?" kind="second">
          {m.imports_taking_look()}
        </ButtonLink>
      </p>
    </Notice>
  );
}

export default function ImportPage() {
  const shown = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { area, preview, taking, account, source } = shown;
  const errors = sent?.errors ?? {};
  const columns = sent?.columns ?? shown.columns;
  const path = `/office/areas/${area.code}`;
  return (
    <div className={columns ? 'wrap narrow stack-l' : 'wrap stack-l'}>
      <PageHead
        title={<span className="break-all">{shown.fileName}</span>}
        lead={<span className="small break-all">{source}</span>}
        crumbs={[
          { title: m.office_title({ area: area.name }), to: path },
          { title: m.imports_title(), to: `${path}/imports` },
          { title: shown.fileName },
        ]}
      />
      {errors.late ? (
        <Notice kind="error" role="alert">
          <p>{errors.late.join(' ')}</p>
        </Notice>
      ) : null}
      {columns ? <ColumnsForm view={columns} errors={errors} /> : null}
      {preview && !columns ? <Preview view={preview} /> : null}
      {taking ? <Taking {...taking} /> : null}
      {account ? (
        <Account view={account} errors={errors.sure ? { sure: errors.sure } : {}} />
      ) : null}
    </div>
  );
}
