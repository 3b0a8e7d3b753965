import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRole } from '~/auth/guards.server';
import { NAMES_ROLES } from '~/auth/policies/person';
import { cp932Stream } from '~/documents/cp932.server';
import { fileRows } from '~/documents/table';
import { readPeopleFile } from '~/flows/people-file.server';

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await requireRole(args.request, args.context, ...NAMES_ROLES);
  const format = { extension: '_sjis.csv', type: 'text/csv; charset=Shift_JIS' };
  const { table, headers } = await readPeopleFile({ ...args, visitor, format });
  return new Response(cp932Stream(fileRows([table])), { headers });
}
