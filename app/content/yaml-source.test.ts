import { expect, test } from 'vitest';
import { z } from 'zod';
import { lessonFrontMatter, readingsFile } from './library';
import { readYaml, rememberYaml, splitFrontMatter } from './yaml-source';

const FRONT = [
  'id: 6a0f0a52-7a0b-4d26-9a56-1d1f2c9a8f11',
  'title: 声',
  'minutes: 5',
  'goal: 言える',
];

function problems(change: (lines: string[]) => string[]) {
  const read = readYaml(change([...FRONT]).join('\n'), lessonFrontMatter, 2);
  return read.ok
    ? []
    : read.problems.map(({ line, column, reason }) => `${line}:${column} ${reason}`);
}

test('tells a missing value from one of another form, and where', () => {
  expect(problems((lines) => lines.slice(0, 3))).toEqual(['2:1 「goal」がありません']);
  expect(problems((lines) => lines.with(2, 'minutes: many'))).toEqual([
    '4:1 「minutes」の形が違います',
  ]);
  expect(problems((lines) => lines.with(2, 'minutes: 0'))).toEqual(['4:1 「minutes」が足りません']);
  expect(problems((lines) => lines.with(0, 'id: 5'))).toEqual(['2:1 「id」の形が違います']);
  expect(problems((lines) => lines.with(0, 'id: abc'))).toEqual([
    '2:1 「id」：id が UUID ではありません',
  ]);
});

test('names every unknown and doubled key on its own line', () => {
  expect(problems((lines) => [...lines, 'layout: a', 'script: b'])).toEqual([
    '6:1 「layout」という項目はありません',
    '7:1 「script」という項目はありません',
  ]);
  expect(problems((lines) => [...lines, 'goal: b'])).toEqual([
    '6:1 YAML として読めません（同じ項目が二度あります）',
  ]);
});

test('nests only so far, however it is written', () => {
  const nested = ['['.repeat(2000), '- '.repeat(1900), '{a: '.repeat(900)];
  for (const value of nested) {
    const read = readYaml(value, readingsFile);
    expect(read.ok).toBe(false);
  }
});

test('keeps the lines of the text below front matter where they were', () => {
  const split = splitFrontMatter('---\ntitle: a\n---\n\n本文\n---\n');
  expect(split).toMatchObject({
    ok: true,
    value: { yaml: 'title: a', firstLine: 2, body: '\n\n\n\n本文\n---\n' },
  });
});

test('what was read before is not parsed again, and its places are still found', () => {
  const kept = new Map<string, unknown>();
  rememberYaml({
    find: (hash) => kept.get(hash),
    keep: (hash, data) => void kept.set(hash, data),
  });
  try {
    const schema = z.strictObject({ title: z.string() });
    expect(readYaml('title: 見本\n', schema).ok).toBe(true);
    expect([...kept.values()]).toEqual([{ title: '見本' }]);
    const again = readYaml('title: 見本\n', schema);
    expect(again).toMatchObject({ ok: true, value: { title: '見本' } });
    expect(again.ok && again.at(['title'])).toEqual({ line: 1, column: 1 });
    expect(readYaml('title: 見本\n', z.strictObject({ name: z.string() })).ok).toBe(false);
  } finally {
    rememberYaml(null);
  }
});
