import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSession } from '~/auth/session.server';
import type { Store } from '~/db/store.server';
import { now } from '~/lib/clock';
import { loader as area } from '~/routes/office/area/route';
import { loader as certificates } from '~/routes/admin/certificates/route';
import { loader as studio } from '~/routes/studio/courses/route';
import { loader as xlsx } from '~/routes/office/xlsx/route';
import { makeGrant, makePerson, makeRegion } from './factories';
import { openTestStore } from './test-store';

// What a role opens stays shut until the login has shown a second factor: pages and files alike.

const context = {
  origin: 'http://localhost',
  secret: 's'.repeat(32),
  olderSecrets: [],
  content: { programmes: [], directory: [], version: '1' },
} as unknown as LoaderFunctionArgs['context'];
let store: Store;

beforeAll(() => {
  store = openTestStore();
  context.store = store;
});
afterAll(() => store.close());

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

async function ask(loader: Loader, path: string, secondFactorAt: Date | null) {
  const id = await store.tx(async (db) => {
    await makeRegion(db);
    const person = await makePerson(db);
    for (const role of ['operator', 'trainer'] as const) {
      await makeGrant(db, { personId: person.id, role });
    }
    return person.id;
  });
  const { setCookie } = await startSession(context, id, { way: 'password', secondFactorAt });
  const headers = { Cookie: setCookie.split(';')[0]! };
  const request = new Request(`http://localhost${path}`, { headers });
  const args = { request, params: { code: '271403' }, context } as unknown as LoaderFunctionArgs;
  const answer = await loader(args).catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response) || answer.status === 200) return 'open';
  return answer.headers.get('Location');
}

test.each([
  ['/office/areas/271403', area as Loader],
  ['/office/areas/271403/report.xlsx', xlsx as Loader],
  ['/admin/certificates', certificates as Loader],
  ['/studio', studio as Loader],
])('%s leads to the second factor and opens after it', async (path, loader) => {
  expect(await ask(loader, path, null)).toBe(`/sign-in/second?to=${encodeURIComponent(path)}`);
  expect(await ask(loader, path, now())).toBe('open');
});
