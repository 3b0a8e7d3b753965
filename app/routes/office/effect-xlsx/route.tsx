import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRole } from '~/auth/guards.server';
import { REPORT_ROLES } from '~/auth/policies/report';
import { sheetOf, writeWorkbook, XLSX_TYPE } from '~/documents/workbook.server';
import { effectFileHeaders, readEffect } from '~/flows/read-effect.server';
import { now } from '~/lib/clock';

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...REPORT_ROLES);
  const { searchParams: search } = new URL(request.url);
  const read = await readEffect(context, { place: params, search, visitor, at: now() });
  if (!read.ok) throw new Response(null, { status: read.reason === 'not-yours' ? 403 : 404 });
  return new Response(writeWorkbook({ sheets: read.tables.map(sheetOf) }), {
    headers: effectFileHeaders(read, { extension: '.xlsx', type: XLSX_TYPE }),
  });
}
