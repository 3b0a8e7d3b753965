import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Outbox, type Sent, type Unsent } from './outbox';
import { newShelf } from '../../../tests/shelf';

const choice = (answeredAt: number, option: string, question = 'q1'): Unsent => ({
  address: '/answers',
  attempt: 'a1',
  question,
  response: [option],
  answeredAt,
});
const of = { attempt: 'a1', question: 'q1' };

/** A server whose answers are given by hand. */
function newServer() {
  const asked: { item: Unsent; answer: (sent: Sent) => void }[] = [];
  const post = (item: Unsent) =>
    new Promise<Sent>((answer) => {
      asked.push({ item, answer });
    });
  return { asked, post };
}
const saved = (option: string): Sent => ({ state: 'saved', savedAt: '10:42', held: [option] });
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test('an answer leaves the shelf only when the server has acknowledged it', async () => {
  const shelf = newShelf();
  const { asked, post } = newServer();
  const outbox = new Outbox(shelf, post);
  outbox.put(choice(1, 'a'));
  const sending = outbox.send(of);
  expect(shelf.length).toBe(1);
  asked[0]?.answer(saved('a'));
  expect(await sending).toEqual(saved('a'));
  expect(shelf.length).toBe(0);
});

test('an answer that found no way stays, also for the next page', async () => {
  const shelf = newShelf();
  const before = new Outbox(shelf, async () => ({ state: 'waiting' }));
  before.put(choice(1, 'a'));
  expect(await before.send(of)).toEqual({ state: 'waiting' });
  const after = new Outbox(shelf, async ({ response }) => saved(response[0]!));
  expect(after.all(2)).toEqual([choice(1, 'a')]);
  expect(await after.send(of)).toEqual(saved('a'));
  expect(after.all(2)).toEqual([]);
});

test('a choice made while an older one is on its way follows it, and never overtakes it', async () => {
  const { asked, post } = newServer();
  const outbox = new Outbox(newShelf(), post);
  outbox.put(choice(1, 'a'));
  const first = outbox.send(of);
  outbox.put(choice(2, 'b'));
  const second = outbox.send(of);
  expect(asked.map(({ item }) => item.response)).toEqual([['a']]);
  asked[0]?.answer(saved('a'));
  await nextTurn();
  expect(asked.map(({ item }) => item.response)).toEqual([['a'], ['b']]);
  expect(outbox.find(of)).toEqual(choice(2, 'b'));
  asked[1]?.answer(saved('b'));
  expect(await Promise.all([first, second])).toEqual([saved('b'), saved('b')]);
  expect(outbox.find(of)).toBeNull();
});

test.each(['signed-out', 'foreign'] as const)(
  'an answer stays when the server says %s',
  async (state) => {
    const outbox = new Outbox(newShelf(), async () => ({ state }));
    outbox.put(choice(1, 'a'));
    await outbox.send(of);
    expect(outbox.find(of)).toEqual(choice(1, 'a'));
  },
);

test('an answer to a closed attempt is let go, and noted until that was read', async () => {
  const outbox = new Outbox(newShelf(), async () => ({
    state: 'closed',
    why: 'submitted',
    review: '/r',
  }));
  outbox.put(choice(1, 'a'));
  await outbox.send(of);
  expect(outbox.find(of)).toBeNull();
  expect(outbox.notTaken()).toEqual([{ ...choice(1, 'a'), why: 'submitted', review: '/r' }]);
  outbox.forgetNotTaken();
  expect(outbox.notTaken()).toEqual([]);
});

test('what one reader left is neither seen nor sent by another at the same device', async () => {
  const shelf = newShelf();
  const { asked, post } = newServer();
  new Outbox(shelf, post, 'ann').put(choice(1, 'a'));
  const other = new Outbox(shelf, post, 'bea');
  expect(other.all(2)).toEqual([]);
  expect(await other.send(of)).toBeNull();
  expect(asked).toEqual([]);
  expect(new Outbox(shelf, post, 'ann').all(2)).toEqual([choice(1, 'a')]);
});

test('what is older than thirty days, or cannot be read, is let go', () => {
  const shelf = newShelf();
  const outbox = new Outbox(shelf, async () => ({ state: 'waiting' }));
  const month = 30 * 24 * 60 * 60 * 1000;
  outbox.put(choice(0, 'a', 'q1'));
  outbox.put(choice(1, 'b', 'q2'));
  shelf.setItem('tsunagu::answer:a1:q3', '{');
  shelf.setItem('somebody-else', 'x');
  expect(outbox.all(month + 1).map(({ question }) => question)).toEqual(['q2']);
  expect(shelf.length).toBe(2);
});

test('with choices and losses in any order, the newest choice reaches the server in the end', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('choose' as const), option: fc.constantFrom('a', 'b', 'c') }),
    fc.record({
      do: fc.constant('send' as const),
      fate: fc.constantFrom('saved', 'lost', 'ack-lost'),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      let fate = 'saved';
      let server: string | undefined;
      const outbox = new Outbox(newShelf(), async ({ response }) => {
        if (fate === 'lost') return { state: 'waiting' };
        server = response[0];
        return fate === 'ack-lost' ? { state: 'waiting' } : saved(server!);
      });
      let chosen: string | undefined;
      for (const [i, one] of steps.entries()) {
        if (one.do === 'choose') {
          chosen = one.option;
          outbox.put(choice(i, chosen));
        } else {
          fate = one.fate;
          await outbox.send(of);
        }
      }
      fate = 'saved';
      await outbox.send(of);
      expect(server).toBe(chosen);
      expect(outbox.find(of)).toBeNull();
    }),
  );
});
