import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { TreeNode } from '~/content/tree';
import { InlineText, LessonBody } from './lesson-body';

const nodes: TreeNode[] = [
  ['h2', 0, ['ruby', 0, '場面', 'ばめん']],
  [
    'Scene',
    0,
    ['p', 0, '火曜の', ['strong', 0, '夕方'], ['Cite', { id: '1', label: '出典1 見本' }]],
  ],
  [
    'Talk',
    { title: ['話'] },
    [
      'Line',
      { who: [['ruby', 0, '岡部', 'おかべ'], 'さん'], speaker: '1' },
      ['p', 0, 'こんにちは'],
    ],
  ],
];
const draw = (furigana: boolean) =>
  renderToStaticMarkup(<LessonBody nodes={nodes} furigana={furigana} />);

test('with furigana every reading stands in ruby, with brackets for browsers without it', () => {
  expect(draw(true)).toContain('<h2><ruby>場面<rp>（</rp><rt>ばめん</rt><rp>）</rp></ruby></h2>');
});

test('without furigana no ruby is sent', () => {
  expect(draw(false)).not.toMatch(/<r[ubtp]/);
  expect(draw(false)).toContain('<h2>場面</h2>');
});

test('a conversation is a figure with a list of who says what', () => {
  expect(draw(false)).toContain(
    '<figure class="talk"><figcaption>話</figcaption><ol role="list"><li class="line" data-speaker="1"><b class="who">岡部さん</b><div class="said"><p>こんにちは</p></div></li></ol></figure>',
  );
});

test('a citation leads to its source and says which', () => {
  expect(draw(false)).toContain(
    '<sup class="cite"><a href="#source-1" aria-label="出典1 見本">1</a></sup>',
  );
});

test('a tag nobody draws leaves only its words, escaped', () => {
  const html = renderToStaticMarkup(
    <InlineText
      value={[
        ['script', { src: 'a' }, '<b>'],
        ['constructor', 0, 'c'],
      ]}
      furigana={false}
    />,
  );
  expect(html).toBe('&lt;b&gt;c');
});
