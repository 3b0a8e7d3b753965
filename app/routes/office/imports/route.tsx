import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { ENROLMENT_ROLES, enrolmentBound } from '~/auth/policies/enrolment';
import { findBatches } from '~/domain/imports/find-batches.server';
import type { ImportState } from '~/db/tables/imports';
import { enrollingArea } from '~/flows/enrolling-area.server';
import { formatDay, formatTime, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { PageHead } from '~/ui/page-head';
import { Tag } from '~/ui/tag';

const SHOWN = 200;

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.imports_title() }) }];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { grants } = await requireRole(request, context, ...ENROLMENT_ROLES);
  const { read } = context.store;
  const area = await enrollingArea(read, { code: params.code!, grants });
  const within = enrolmentBound(grants);
  const batches = await findBatches(read, { areaCode: area.code, within, limit: SHOWN });
  return {
    area: { code: area.code, name: (area.cityName ?? '') + area.name },
    batches: batches.map(({ createdAt, ...batch }) => ({
      ...batch,
      at: `${formatDay(jstDates(createdAt).day)} ${formatTime(createdAt)}`,
    })),
  };
}

const STATES: Record<ImportState, () => string> = {
  mapping: m.imports_state_mapping,
  preview: m.imports_state_preview,
  taking: m.imports_state_taking,
  done: m.imports_state_done,
  undone: m.imports_state_undone,
};

export default function ImportsPage() {
  const { area, batches } = useLoaderData<typeof loader>();
  const path = `/office/areas/${area.code}`;
  return (
    <div className="wrap stack-l">
      <PageHead
        title={m.imports_title_of({ area: area.name })}
        lead={m.imports_lead()}
        crumbs={[
          { title: m.office_title({ area: area.name }), to: path },
          { title: m.imports_title() },
        ]}
      />
      <p className="row">
        <ButtonLink to={`${path}/imports/new`}>{m.imports_to_new()}</ButtonLink>
        <ButtonLink to={`${path}/enrol`} kind="second">
          {m.imports_to_enrol()}
        </ButtonLink>
      </p>
      {batches.length === 0 ? (
        <p>{m.imports_list_none()}</p>
      ) : (
        <div className="wrapping-table">
          <DataTable
            caption={m.imports_list_caption()}
            columns={[
              { title: m.imports_col_file() },
              { title: m.imports_col_state() },
              { title: m.imports_col_total(), align: 'right' },
              { title: m.imports_col_taken(), align: 'right' },
              { title: m.imports_col_refused(), align: 'right' },
              { title: m.imports_col_officer() },
              { title: m.imports_col_at() },
            ]}
            rows={batches.map((batch) => [
              <a key="file" className="break-all" href={`${path}/imports/${batch.id}`}>
                {batch.fileName}
              </a>,
              <Tag key="state" kind={batch.state === 'done' ? 'accent' : 'plain'}>
                {STATES[batch.state]()}
              </Tag>,
              batch.total,
              batch.taken,
              batch.refused,
              batch.officerName ?? '',
              batch.at,
            ])}
          />
        </div>
      )}
    </div>
  );
}
