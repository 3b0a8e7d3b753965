import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRole } from '~/auth/guards.server';
import { REPORT_ROLES } from '~/auth/policies/report';
import { csvStream } from '~/documents/csv.server';
import { fileRows } from '~/documents/table';
import { readAreaReport } from '~/flows/read-area-report.server';
import { reportFileHeaders } from '~/flows/report-file';
import { now } from '~/lib/clock';

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...REPORT_ROLES);
  const { searchParams: search } = new URL(request.url);
  const { store, demo } = context;
  const read = await readAreaReport(store.read, {
    place: params,
    search,
    visitor,
    demo,
    at: now(),
  });
  if (!read.ok) throw new Response(null, { status: read.reason === 'not-yours' ? 403 : 404 });
  const { report, tables } = read;
  return new Response(csvStream(fileRows(tables)), {
    headers: reportFileHeaders({ report, extension: '.csv', type: 'text/csv; charset=utf-8' }),
  });
}
