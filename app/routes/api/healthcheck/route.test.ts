import type { LoaderFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { recordHeartbeat } from '~/domain/operation/record-heartbeat.server';
import { now } from '~/lib/clock';
import { openTestStore } from '../../../../tests/test-store';
import { loader } from './route';

async function ask(store = openTestStore()) {
  const context = { store, schemaVersion: 3, content: { version: 'abc' } };
  const response = await loader({ context } as unknown as LoaderFunctionArgs);
  return { status: response.status, body: (await response.json()) as unknown };
}

test('answers 200 with the versions when database and worker are well', async () => {
  const store = openTestStore();
  await store.tx((db) => recordHeartbeat(db, { at: now() }));
  expect(await ask(store)).toEqual({
    status: 200,
    body: { status: 'ok', schema: 3, content: 'abc', problems: [], gaveUpJobs: 0 },
  });
});

test('answers 503 when the worker was not seen lately', async () => {
  const store = openTestStore();
  const longAgo = new Date(now().getTime() - 61_000);
  await store.tx((db) => recordHeartbeat(db, { at: longAgo }));
  expect(await ask(store)).toMatchObject({ status: 503, body: { problems: ['worker-silent'] } });
});

test('answers 503 when the database does not', async () => {
  const store = openTestStore();
  store.close();
  expect(await ask(store)).toMatchObject({ status: 503, body: { problems: ['database-silent'] } });
});
