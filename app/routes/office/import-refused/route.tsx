import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRole } from '~/auth/guards.server';
import { ENROLMENT_ROLES } from '~/auth/policies/enrolment';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { findRows } from '~/domain/imports/find-rows.server';
import { LIST_MAX_ROWS } from '~/domain/imports/import-fields';
import { listOfArea } from '~/flows/enrolling-area.server';
import { findingWords } from '~/flows/import-words';
import { listFile } from '~/flows/list-file.server';
import { now } from '~/lib/clock';
import * as m from '~/paraglide/messages';

/** The rows that were not taken, as they came in, each with its reason. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { personId, grants } = await requireRole(request, context, ...ENROLMENT_ROLES);
  const { store } = context;
  const asked = { code: params.code!, id: params.id!, grants };
  const { area, batch } = await listOfArea(store.read, asked);
  const rows = await findRows(store.read, { batch, state: 'refused', limit: LIST_MAX_ROWS });
  await store.tx((db) =>
    recordAudit(db, {
      at: now(),
      actorId: personId,
      action: 'import.refused-file',
      subjectKind: 'import',
      subjectId: batch.id,
      areaCode: area.code,
      detail: { rows: rows.length },
    }),
  );
  const { header } = batch;
  return listFile({
    request,
    name: `${m.imports_refused_file()} ${batch.fileName.replace(/\.\w{1,5}$/, '')}`,
    header: [...header, m.imports_refused_row(), m.imports_refused_reason()],
    rows: rows.map(({ cells, rowNumber, findings }) => [
      ...header.map((_, i) => cells[i] ?? ''),
      String(rowNumber),
      findings.map((finding) => findingWords(finding, header)).join(' '),
    ]),
  });
}
