import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextSteps, personMerges } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { AT, makeGuest, makePerson } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { chooseNextStep } from './choose-next-step.server';
import { dropNextStep } from './drop-next-step.server';
import { emptyEnrolments } from './empty-enrolments.server';
import { eraseEnrolments } from './erase-enrolments.server';
import { findNextSteps } from './find-next-steps.server';
import { markNextStep } from './mark-next-step.server';
import { moveNextSteps } from './move-next-steps.server';

const LATER = new Date(AT.getTime() + 60_000);
let store: Store;
beforeEach(async () => {
  store = openTestStore();
  await store.tx(async (db) => {
    await makePerson(db, { id: 'her', number: '1' });
    await makePerson(db, { id: 'other', number: '2' });
    await makeGuest(db, { id: 'guest' });
  });
});
afterEach(() => store.close());

const family = 'gatekeeper' as const;
const choose = (step: string, personId = 'her', at = AT) =>
  store.tx((db) => chooseNextStep(db, { personId, family, step, at }));
const mark = (at = AT) => store.tx((db) => markNextStep(db, { personId: 'her', family, at }));
const steps = (personId = 'her') => findNextSteps(store.read, { personId });

test('one step for a family: another takes its place and is not done yet', async () => {
  await choose('greet');
  await mark();
  await mark(LATER);
  await choose('greet', 'her', LATER);
  expect(await steps()).toEqual([{ family, step: 'greet', chosenAt: AT, doneAt: AT }]);
  await choose('listen', 'her', LATER);
  expect(await steps()).toEqual([{ family, step: 'listen', chosenAt: LATER, doneAt: null }]);
  expect(await steps('other')).toEqual([]);
});

test('nobody marks or removes what is somebody else’s', async () => {
  await choose('greet', 'other');
  await mark();
  await store.tx((db) => dropNextStep(db, { personId: 'her', family }));
  expect(await steps('other')).toMatchObject([{ step: 'greet', doneAt: null }]);
  await store.tx((db) => dropNextStep(db, { personId: 'other', family }));
  expect(await steps('other')).toEqual([]);
});

test('of two records of one person the later choice counts, and both are removed', async () => {
  await store.tx(async (db) => {
    const merge = { keptId: 'her', mergedId: 'other', mergedBy: 'officer', mergedAt: AT };
    await db.insert(personMerges).values({ id: 'merge', ...merge });
  });
  await choose('greet', 'other');
  await choose('listen', 'her', LATER);
  expect(await steps('other')).toMatchObject([{ step: 'listen' }]);
  await store.tx((db) => dropNextStep(db, { personId: 'her', family }));
  expect(await store.read.select().from(nextSteps)).toEqual([]);
});

test('what was chosen without an account comes along; what she has with it stays', async () => {
  await choose('greet', 'guest');
  const move = () =>
    store.tx((db) => moveNextSteps(db, { fromPersonId: 'guest', toPersonId: 'her' }));
  await move();
  expect(await steps()).toMatchObject([{ step: 'greet' }]);
  await choose('listen', 'guest');
  await move();
  expect(await steps()).toMatchObject([{ step: 'greet' }]);
  expect(await steps('guest')).toEqual([]);
});

test('it goes with her, and with the record of a guest', async () => {
  await choose('greet');
  await choose('greet', 'guest');
  await store.tx((db) => emptyEnrolments(db, { personIds: ['her'] }));
  await store.tx((db) => eraseEnrolments(db, { personId: 'guest' }));
  expect(await store.read.select().from(nextSteps)).toEqual([]);
});
