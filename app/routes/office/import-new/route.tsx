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
import { tryKey } from '~/auth/try-key.server';
import { readUpload } from '~/documents/read-upload.server';
import { countTry } from '~/domain/operation/count-try.server';
import { enrollingArea } from '~/flows/enrolling-area.server';
import { startImport } from '~/flows/start-import.server';
import { formatTime, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { FieldMark, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { fileWords } from './file-words';

const LISTS_OF_OFFICER = 60;
const WINDOW_SECONDS = 60 * 60;
const FORM = 'list';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.imports_new_title() }) },
];

async function findOwn({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...ENROLMENT_ROLES);
  const asked = { code: params.code!, grants: visitor.grants };
  return { visitor, area: await enrollingArea(context.store.read, asked) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { area } = await findOwn(args);
  return { area: { code: area.code, name: (area.cityName ?? '') + area.name } };
}

export async function action(args: ActionFunctionArgs) {
  const { visitor, area } = await findOwn(args);
  const { request, context } = args;
  const at = now();
  const key = tryKey(context, 'import', visitor.personId);
  const limit = { key, limit: LISTS_OF_OFFICER, windowSeconds: WINDOW_SECONDS, at };
  const counted = await context.store.tx((db) => countTry(db, limit));
  if (!counted.ok) {
    const time = formatTime(counted.retryAt);
    return data({ error: m.imports_new_slow_down({ time }) }, 429);
  }
  const file = await readUpload(request, 'file');
  if (!file.ok) {
    const status = file.reason === 'file-too-large' ? 413 : 400;
    return data({ error: fileWords(file.reason) }, status);
  }
  const started = await startImport(context.store, { area, officerId: visitor.personId, file, at });
  if (!started.ok) return data({ error: fileWords(started.reason) }, 400);
  return redirect(`/office/areas/${area.code}/imports/${started.id}`, 303);
}

function WhatIsTaken() {
  return (
    <Notice kind="info" title={m.imports_new_what_title()}>
      <ul className="dots">
        <li>{m.imports_new_what_forms()}</li>
        <li>{m.imports_new_what_needs()}</li>
        <li>{m.imports_new_what_more()}</li>
        <li>{m.imports_new_what_codes()}</li>
        <li>{m.imports_new_what_least()}</li>
      </ul>
    </Notice>
  );
}

export default function NewImport() {
  const { area } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error;
  const path = `/office/areas/${area.code}`;
  const described = error ? 'list-file-hint list-file-error' : 'list-file-hint';
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.imports_new_title()}
        lead={m.imports_new_lead()}
        crumbs={[
          { title: m.office_title({ area: area.name }), to: path },
          { title: m.imports_title(), to: `${path}/imports` },
          { title: m.imports_new_title() },
        ]}
      />
      <WhatIsTaken />
      <PostForm
        form={{ id: FORM, allErrors: error ? { file: [error] } : {} }}
        encType="multipart/form-data"
        className="stack"
        kept=""
      >
        <div className={`stack-s ${error ? 'has-error' : ''}`}>
          <label className="field-label" htmlFor={`${FORM}-file`}>
            {m.imports_new_file()}
            <FieldMark />
          </label>
          <div id="list-file-hint" className="field-hint">
            {m.imports_new_file_hint()}
          </div>
          {error ? (
            <p id="list-file-error" className="field-error">
              {error}
            </p>
          ) : null}
          <input
            className="input"
            id={`${FORM}-file`}
            name="file"
            type="file"
            accept=".xlsx,.csv,.tsv,.txt,text/csv"
            aria-required
            aria-invalid={error ? true : undefined}
            aria-describedby={described}
          />
        </div>
        <Button>{m.imports_new_button()}</Button>
      </PostForm>
      <section className="stack-s">
        <h2>{m.imports_new_sample()}</h2>
        <p className="row">
          <ButtonLink to={`${path}/imports/sample.xlsx`} kind="second">
            {m.imports_new_sample_xlsx()}
          </ButtonLink>
          <ButtonLink to={`${path}/imports/sample.csv`} kind="second">
            {m.imports_new_sample_csv()}
          </ButtonLink>
        </p>
      </section>
    </div>
  );
}
