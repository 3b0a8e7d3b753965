import { expect, test } from 'vitest';
import { Deeds, KEPT_MS, type Deed, type Heard } from './deeds';
import { Ticks } from './ticks';
import { newShelf } from '../../../tests/shelf';

const LESSON = '/courses/a/lessons/b';
const read = (at: number): Deed => ({ kind: 'read', address: `${LESSON}/read`, hash: 'h', at });
const place = (at: number, block: string): Deed => ({
  ...{ kind: 'place', address: `${LESSON}/place`, hash: 'h' },
  ...{ block, at },
});
const saved: Heard = { state: 'saved', savedAt: '10:42', to: '/courses/a' };

/** A server that says what it is told to say, and remembers what it heard. */
function newServer(...says: Heard[]) {
  const heard: Deed[] = [];
  const post = async (deed: Deed): Promise<Heard> => {
    heard.push(deed);
    return says.shift() ?? saved;
  };
  return { heard, post };
}

test('what was read stays on the device until the server has said that it is kept, also for the next page', async () => {
  const shelf = newShelf();
  const { post } = newServer({ state: 'waiting' });
  const before = new Deeds(shelf, post, 'ann');
  before.put(read(1));
  expect(await before.send(2)).toBe('waiting');
  const after = new Deeds(shelf, post, 'ann');
  expect(after.reads(3)).toEqual([read(1)]);
  expect(await after.send(3)).toBe('sent');
  expect(after.reads(4)).toEqual([]);
  expect(after.outcome(read(1).address)).toMatchObject({ savedAt: '10:42', to: '/courses/a' });
  after.forget(read(1).address);
  expect(shelf.length).toBe(0);
});

test('where the session has ended all of it waits, and nothing more is asked', async () => {
  const { heard, post } = newServer({ state: 'signed-out' });
  const deeds = new Deeds(newShelf(), post, 'ann');
  deeds.put(read(1));
  deeds.put(place(1, '3'));
  expect(await deeds.send(2)).toBe('signed-out');
  expect(heard).toHaveLength(1);
  expect(deeds.all(3)).toHaveLength(2);
});

test('a place waits with the opening of its lesson, and other deeds do not', async () => {
  const { heard, post } = newServer({ state: 'waiting' });
  const deeds = new Deeds(newShelf(), post, 'ann');
  deeds.put({ kind: 'opened', address: `${LESSON}/place`, hash: 'h', at: 1 });
  deeds.put(place(2, '3'));
  deeds.put(read(3));
  expect(await deeds.send(4)).toBe('waiting');
  expect(heard.map(({ kind }) => kind)).toEqual(['opened', 'read']);
  expect(await deeds.send(5)).toBe('sent');
  expect(heard.slice(2).map(({ kind }) => kind)).toEqual(['opened', 'place']);
});

test('somebody else at this device neither sees nor sends it', async () => {
  const shelf = newShelf();
  const { heard, post } = newServer();
  new Deeds(shelf, post, 'ann').put(read(1));
  const other = new Deeds(shelf, post, 'bea');
  expect(other.reads(2)).toEqual([]);
  expect(await other.send(2)).toBe('sent');
  expect(heard).toEqual([]);
  const own = new Deeds(shelf, newServer({ state: 'foreign' }).post, 'ann');
  await own.send(2);
  expect(own.reads(3)).toEqual([read(1)]);
});

test('what cannot be taken any more is let go, and told', async () => {
  const deeds = new Deeds(
    newShelf(),
    newServer({ state: 'not-taken', why: 'questions' }).post,
    'ann',
  );
  deeds.put(read(1));
  await deeds.send(2);
  expect(deeds.reads(3)).toEqual([]);
  expect(deeds.outcomes()).toEqual([{ ...read(1), why: 'questions' }]);
});

test('a lesson is opened before anything is told of it, and of its places the last alone', async () => {
  const { heard, post } = newServer();
  const deeds = new Deeds(newShelf(), post, 'ann');
  deeds.put(read(4));
  deeds.put(place(2, '3'));
  deeds.put(place(3, '8'));
  deeds.put({ kind: 'opened', address: `${LESSON}/place`, hash: 'h', at: 1 });
  await deeds.send(5);
  expect(heard.map(({ kind, block }) => [kind, block])).toEqual([
    ['opened', undefined],
    ['place', '8'],
    ['read', undefined],
  ]);
});

test('what comes while something is under way is not lost', async () => {
  const shelf = newShelf();
  const deeds: Deeds = new Deeds(
    shelf,
    async (deed) => {
      if (deed.at === 1) deeds.put(place(2, '8'));
      return { state: 'saved' };
    },
    'ann',
  );
  deeds.put(place(1, '3'));
  await Promise.all([deeds.send(3), deeds.send(3)]);
  expect(shelf.length).toBe(0);
});

test('what is older than thirty days, or cannot be read, is let go', () => {
  const shelf = newShelf();
  const deeds = new Deeds(shelf, newServer().post, 'ann');
  deeds.put(read(0));
  shelf.setItem('tsunagu:ann:place:x', '{');
  expect(deeds.all(KEPT_MS)).toEqual([read(0)]);
  expect(deeds.all(KEPT_MS + 1)).toEqual([]);
  expect(shelf.length).toBe(0);
});

test('a tick is the same in every edition, is added once, and the server knows best', () => {
  const ticks = new Ticks(newShelf(), 'ann');
  ticks.add(`/en${LESSON}/read`);
  ticks.add(LESSON);
  expect(ticks.has(LESSON)).toBe(true);
  expect(ticks.has('/courses/a/lessons/c')).toBe(false);
  ticks.replace('/courses/a', ['c']);
  expect([ticks.has(LESSON), ticks.has('/easy/courses/a/lessons/c')]).toEqual([false, true]);
});
