import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRole } from '~/auth/guards.server';
import { REPORT_ROLES } from '~/auth/policies/report';
import { csvStream } from '~/documents/csv.server';
import { fileRows } from '~/documents/table';
import { effectFileHeaders, readEffect } from '~/flows/read-effect.server';
import { now } from '~/lib/clock';

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...REPORT_ROLES);
  const { searchParams: search } = new URL(request.url);
  const read = await readEffect(context, { place: params, search, visitor, at: now() });
  if (!read.ok) throw new Response(null, { status: read.reason === 'not-yours' ? 403 : 404 });
  return new Response(csvStream(fileRows(read.tables)), {
    headers: effectFileHeaders(read, { extension: '.csv', type: 'text/csv; charset=utf-8' }),
  });
}
