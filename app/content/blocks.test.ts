import { expect, test } from 'vitest';
import { findPlace, listBlocks, withBlockIds } from './blocks';
import type { TreeNode } from './tree';

const lesson: TreeNode[] = [
  ['h2', 0, ['ruby', 0, '場面', 'ばめん']],
  [
    'Scene',
    0,
    ['p', 0, '朝。'],
    [
      'Talk',
      { title: ['店先で'] },
      ['Line', { who: ['久保さん'], speaker: '1' }, ['p', 0, 'おはよう。'], ['p', 0, '寒いね。']],
    ],
  ],
  ['h2', 0, '考える'],
  ['ul', 0, ['li', 0, '軽い'], ['li', 0, ['p', 0, '重い'], ['p', 0, '続き']]],
  ['table', 0, ['tbody', 0, ['tr', 0, ['td', 0, '左'], ['td', 0, '右']]]],
];

test('each word of a lesson is in one block, in the order it is read', () => {
  expect(listBlocks(lesson).map(({ text }) => text)).toEqual([
    '場面',
    '朝。',
    '久保さん：おはよう。',
    '寒いね。',
    '考える',
    '軽い',
    '重い',
    '続き',
    '左　右',
  ]);
});

test('the anchors in the text are those of the list', () => {
  const ids = [...JSON.stringify(withBlockIds(lesson)).matchAll(/"id":"(b-\d+)"/g)].map(
    ([, id]) => id,
  );
  expect(ids).toEqual(listBlocks(lesson).map(({ index }) => `b-${index}`));
});

test('in the text that was read one goes on at the very block', () => {
  expect(findPlace(6, { read: lesson, now: lesson })).toMatchObject({ index: 6, text: '重い' });
  expect(findPlace(99, { read: lesson, now: lesson })).toBeNull();
});

test('in a text that changed one goes on at the nearest heading that is still there', () => {
  const now: TreeNode[] = [['p', 0, '前書き'], ...lesson];
  expect(findPlace(6, { read: lesson, now })).toMatchObject({ isHeading: true, text: '考える' });
  const renamed = now.map((node) => (node[2] === '考える' ? (['h2', 0, '思う'] as TreeNode) : node));
  expect(findPlace(6, { read: lesson, now: renamed })).toMatchObject({ text: '場面' });
});

test('where no heading is left one begins at the top', () => {
  expect(findPlace(6, { read: lesson, now: [['p', 0, '別の文']] })).toBeNull();
});
