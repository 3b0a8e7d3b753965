import { expect, test } from 'vitest';
import { Recent } from './recent';

function counting() {
  const made: string[] = [];
  const recent = new Recent<string>(2);
  const get = (key: string) =>
    recent.get(key, async () => {
      made.push(key);
      return key.toUpperCase();
    });
  return { get, made };
}

test('a value is made once while its key is in use', async () => {
  const { get, made } = counting();
  expect([await get('a'), await get('a')]).toEqual(['A', 'A']);
  expect(made).toEqual(['a']);
});

test('beyond the limit the key used longest ago is let go', async () => {
  const { get, made } = counting();
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
