import { expect, test } from 'vitest';
import { makeGrant, makeGuest, makePerson } from '../../tests/factories';
import { signInWithSecondFactor } from '../../tests/sign-in';
import { openTestStore } from '../../tests/test-store';
import { findVisitor, requireLearner, requireRegistered, requireRole } from './guards.server';
import { startSession } from './session.server';

async function setUp() {
  const context = { store: openTestStore(), origin: 'http://localhost:3000' };
  const guest = await makeGuest(context.store.read);
  const learner = await makePerson(context.store.read);
  const officer = await makePerson(context.store.read);
  await makeGrant(context.store.read, {
    personId: officer.id,
    role: 'municipal-officer',
    areaCode: '271403',
  });
  const ask = async (personId: string | null, method = 'GET') => {
    const cookie = personId && (await signInWithSecondFactor(context, personId));
    const headers = cookie ? { Cookie: cookie } : undefined;
    return new Request('http://localhost:3000/my?page=2', { method, headers });
  };
  return { context, ask, guest: guest.id, learner: learner.id, officer: officer.id };
}

async function refused(guard: Promise<unknown>) {
  const response = await guard.then(
    () => null,
    (thrown: unknown) => thrown as Response,
  );
  return response && [response.status, response.headers.get('Location')];
}

test('a visitor is nobody, and is asked for her code or to sign in with the way back', async () => {
  const { context, ask } = await setUp();
  const request = await ask(null);
  expect(await findVisitor(request, context)).toBeNull();
  const back = '?to=%2Fmy%3Fpage%3D2';
  expect(await refused(requireLearner(request, context))).toEqual([302, `/continue${back}`]);
  expect(await refused(requireRegistered(request, context))).toEqual([302, `/sign-in${back}`]);
  expect(await refused(requireRole(request, context, 'operator'))).toEqual([
    302,
    `/sign-in${back}`,
  ]);
});

test('a learner without an account may learn; for more she is asked to make one', async () => {
  const { context, ask, guest } = await setUp();
  const request = await ask(guest);
  expect(await requireLearner(request, context)).toMatchObject({ registered: false });
  const asked = await refused(requireRegistered(request, context));
  expect(asked).toEqual([302, '/join?to=%2Fmy%3Fpage%3D2']);
  expect(await refused(requireRole(request, context, 'trainer'))).toEqual([403, null]);
});

test('a role that is missing is refused, one of several is enough', async () => {
  const { context, ask, learner, officer } = await setUp();
  const forbidden = requireRole(await ask(learner), context, 'municipal-officer');
  expect(await refused(forbidden)).toEqual([403, null]);
  const asked = requireRole(await ask(officer), context, 'operator', 'municipal-officer');
  expect(await asked).toMatchObject({ personId: officer });
  expect(await refused(requireRole(await ask(officer), context, 'operator'))).toEqual([403, null]);
});

test('what was being sent is not sent again after signing in', async () => {
  const { context, ask } = await setUp();
  const request = await ask(null, 'POST');
  expect(await refused(requireRegistered(request, context))).toEqual([302, '/sign-in']);
});

test('a role waits for the second factor: asked for with the way back, and nothing else is refused', async () => {
  const { context, officer } = await setUp();
  const { setCookie } = await startSession(context, officer, { way: 'password' });
  const headers = { Cookie: setCookie.split(';')[0]! };
  const request = new Request('http://localhost:3000/office/areas/271403', { headers });
  expect(await refused(requireRole(request, context, 'municipal-officer'))).toEqual([
    302,
    '/sign-in/second?to=%2Foffice%2Fareas%2F271403',
  ]);
  expect(await refused(requireRole(request, context, 'operator'))).toEqual([
    302,
    '/sign-in/second?to=%2Foffice%2Fareas%2F271403',
  ]);
  expect(await requireRegistered(request, context)).toMatchObject({
    grants: [],
    awaitsSecondFactor: true,
  });
});
