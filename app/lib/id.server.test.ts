import { expect, test } from 'vitest';
import { normaliseCode } from './code';
import { newCode, newId } from './id.server';

test('an id is a UUID of version 7', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('ids sort by their time and carry it', () => {
  const at = new Date('2026-09-15T12:00:00+09:00');
  const earlier = newId(at);
  const later = newId(new Date(at.getTime() + 1));
  expect(earlier < later).toBe(true);
  expect(Number.parseInt(earlier.replace('-', '').slice(0, 12), 16)).toBe(at.getTime());
});

test('ids of one instant differ', () => {
  const at = new Date('2026-09-15T12:00:00+09:00');
  expect(new Set(Array.from({ length: 1000 }, () => newId(at))).size).toBe(1000);
});

test('a code has the length asked for and survives being typed back', () => {
  for (let i = 0; i < 200; i += 1) {
    const code = newCode(12);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(normaliseCode(code.toLowerCase())).toBe(code);
  }
});
