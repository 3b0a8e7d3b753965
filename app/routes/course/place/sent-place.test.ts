import { expect, test } from 'vitest';
import { readSentPlace } from './sent-place';

const NOW = new Date('2026-09-15T12:00:00+09:00');
const sent = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return readSentPlace(form, NOW);
};

test('a place is a text, a block and a time', () => {
  const at = NOW.getTime() - 1000;
  expect(sent({ hash: 'abc', block: '12', at: String(at) })).toEqual({
    hash: 'abc',
    block: 12,
    at: new Date(at),
  });
});

test('a clock that runs ahead cannot hold a place against later ones', () => {
  expect(sent({ hash: 'abc', block: '1', at: '99999999999999' })?.at).toEqual(NOW);
});

test('a lesson that was opened without a network, and not read in, has no block', () => {
  const at = String(NOW.getTime());
  expect(sent({ hash: 'abc', block: '', at })).toEqual({ hash: 'abc', block: null, at: NOW });
});

test.each([
  {},
  { hash: '', block: '1', at: '1' },
  { hash: 'a', block: '-1', at: '1' },
  { hash: 'a', block: '1.5', at: '1' },
  { hash: 'a', block: '99999', at: '1' },
  { hash: 'a', block: '1', at: 'soon' },
])('%j is no place', (fields) => {
  expect(sent(fields as Record<string, string>)).toBeNull();
});
