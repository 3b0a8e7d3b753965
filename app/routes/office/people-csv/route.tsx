import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRole } from '~/auth/guards.server';
import { NAMES_ROLES } from '~/auth/policies/person';
import { csvStream } from '~/documents/csv.server';
import { fileRows } from '~/documents/table';
import { readPeopleFile } from '~/flows/people-file.server';

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await requireRole(args.request, args.context, ...NAMES_ROLES);
  const format = { extension: '.csv', type: 'text/csv; charset=utf-8' };
  const { table, headers } = await readPeopleFile({ ...args, visitor, format });
  return new Response(csvStream(fileRows([table])), { headers });
}
