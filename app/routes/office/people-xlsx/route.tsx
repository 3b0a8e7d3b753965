import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRole } from '~/auth/guards.server';
import { NAMES_ROLES } from '~/auth/policies/person';
import { sheetOf, writeWorkbook, XLSX_TYPE } from '~/documents/workbook.server';
import { readPeopleFile } from '~/flows/people-file.server';

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await requireRole(args.request, args.context, ...NAMES_ROLES);
  const format = { extension: '.xlsx', type: XLSX_TYPE };
  const { table, headers } = await readPeopleFile({ ...args, visitor, format });
  return new Response(writeWorkbook({ sheets: [sheetOf(table)] }), { headers });
}
