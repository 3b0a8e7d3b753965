import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRole } from '~/auth/guards.server';
import { auditBound } from '~/auth/policies/audit';
import { csvStream } from '~/documents/csv.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { AUDIT_FIELDS, readAuditFilter } from '~/flows/audit-filter';
import { auditFileRows } from '~/flows/read-audit.server';
import { jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';

/** The log as a file, which is written in the log before the first line leaves. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId, grants } = await requireRole(request, context, 'operator');
  const { typed, filter, errors } = readAuditFilter(new URL(request.url).searchParams);
  if (Object.keys(errors).length > 0) throw new Response(null, { status: 400 });
  const at = now();
  await context.store.tx((db) =>
    recordAudit(db, {
      at,
      actorId: personId,
      action: 'audit.download',
      subjectKind: 'audit',
      subjectId: 'log',
      areaCode: filter.areaCode,
      detail: { by: AUDIT_FIELDS.filter((name) => typed[name]) },
    }),
  );
  const { day } = jstDates(at);
  const rows = auditFileRows(context.store.read, { ...filter, within: auditBound(grants) });
  const name = encodeURIComponent(m.audit_file_name({ day }));
  return new Response(csvStream(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-${day}.csv"; filename*=UTF-8''${name}`,
      'Cache-Control': 'private, no-store',
    },
  });
}
