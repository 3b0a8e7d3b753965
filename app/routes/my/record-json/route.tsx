import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireLearner } from '~/auth/guards.server';
import { ownRecordFileHeaders } from '~/flows/own-record-file';
import { readOwnCopy } from '~/flows/read-own-copy.server';
import { now } from '~/lib/clock';

const FORMAT = 'tsunagu-record/1';

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireLearner(request, context);
  const at = now();
  const record = await readOwnCopy({ context, request, at });
  const file = { format: FORMAT, service: context.origin, madeAt: at, record };
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: ownRecordFileHeaders({ extension: '.json', type: 'application/json' }, at),
  });
}
