import type { LoaderFunctionArgs } from '@remix-run/node';
import { findHealth } from '~/domain/operation/find-health.server';
import { now } from '~/lib/clock';

/** For the watchman: 200 with the versions when database and worker are well, else 503 with what is wrong. */
export async function loader({ context }: LoaderFunctionArgs) {
  const versions = { schema: context.schemaVersion, content: context.content.version };
  const headers = { 'Cache-Control': 'no-store' };
  try {
    const { problems, gaveUpJobs } = await findHealth(context.store.read, { at: now() });
    const status = problems.length === 0 ? 'ok' : 'ill';
    return Response.json(
      { status, ...versions, problems, gaveUpJobs },
      { status: status === 'ok' ? 200 : 503, headers },
    );
  } catch {
    return Response.json(
      { status: 'ill', ...versions, problems: ['database-silent'] },
      { status: 503, headers },
    );
  }
}
