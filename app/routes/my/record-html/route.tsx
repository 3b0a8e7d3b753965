import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireLearner } from '~/auth/guards.server';
import { ownRecordFileHeaders } from '~/flows/own-record-file';
import { ownRecordPage } from '~/flows/own-record-page.server';
import { readOwnCopy } from '~/flows/read-own-copy.server';
import { now } from '~/lib/clock';

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireLearner(request, context);
  const at = now();
  const record = await readOwnCopy({ context, request, at });
  return new Response(ownRecordPage(record, { at }), {
    headers: ownRecordFileHeaders({ extension: '.html', type: 'text/html; charset=utf-8' }, at),
  });
}
