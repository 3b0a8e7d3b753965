import { expect, test } from 'vitest';
import type { Env } from '../app/lib/env.server';
import { findStartRefusals } from './start-refusals';

const env = (over: Partial<Env>) =>
  ({
    NODE_ENV: 'production',
    SECRET: 'x'.repeat(32),
    ORIGIN: 'https://tsunagu.example.jp',
    ...over,
  }) as Env;

test('a production start names everything that is missing, at once', () => {
  const refusals = findStartRefusals(env({ SECRET: undefined, ORIGIN: undefined }));
  expect(refusals).toHaveLength(2);
  expect(refusals[0]).toMatch(/^SECRET is missing/);
  expect(refusals[1]).toMatch(/^ORIGIN is missing/);
});

test.each([
  'https://a.example.jp',
  'https://a.example.jp/',
  'http://10.1.2.3:3000',
  'http://localhost:3000',
])('starts at %s', (origin) => {
  expect(findStartRefusals(env({ ORIGIN: origin }))).toEqual([]);
});

test.each([
  'https://a.example.jp/app',
  'https://a.example.jp?x=1',
  'ftp://a.example.jp',
  'mailto:a@example.jp',
])('does not start at %s', (origin) => {
  expect(findStartRefusals(env({ ORIGIN: origin }))).toHaveLength(1);
});

test('development starts with nothing', () => {
  const nothing = env({ NODE_ENV: 'development', SECRET: undefined, ORIGIN: undefined });
  expect(findStartRefusals(nothing)).toEqual([]);
});
