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

const practice: TreeNode = [
  'Practice',
  { name: 'pan', title: ['パン'], about: ['夕方'], you: ['店主'] },
  [
    'Step',
    { id: 'a', who: [['ruby', 0, '岡部', 'おかべ']], says: ['これだけで'] },
    ['Choice', { to: 'z', say: ['はい'], lands: ['うなずきました'] }],
  ],
  ['Step', { id: 'z', end: ['ここまで'] }],
  ['Debrief', 0, ['li', 0, '一言でいい']],
];

test('a conversation is a tree: each choice opens to how it lands, with the way to its step', () => {
  const html = renderToStaticMarkup(<LessonBody nodes={[practice]} furigana />);
  expect(html).toContain(
    '<summary><span class="practice-say">はい</span></summary><p class="practice-lands">うなずきました</p><a href="#practice-pan-z">',
  );
  expect(html).toContain('id="practice-pan-z"');
  expect(html).toContain('<rt>おかべ</rt>');
  expect(html).toContain('<li>一言でいい</li>');
  expect(html).toMatch(/<div class="practice-stage no-print" hidden/);
});

test('a self-check has nothing that could be sent', () => {
  const html = renderToStaticMarkup(
    <LessonBody nodes={[['SelfCheck', { name: 'ucla-3' }]]} furigana={false} />,
  );
  expect(html).not.toMatch(/<form|<input|<select|<textarea| name=/);
  expect(html).not.toContain('｜');
  expect(html.match(/data-value="4"/g)).toHaveLength(3);
  expect(html).toContain('href="/help"');
});

test('a film has captions that are on, and its words beside it; nothing plays by itself', () => {
  const html = renderToStaticMarkup(
    <LessonBody
      nodes={[
        [
          'Video',
          { src: '/media/a.webm', captions: '/media/a.vtt', title: ['道'], licence: ['自作'] },
          ['p', 0, '道が見えます。'],
        ],
      ]}
      furigana={false}
    />,
  );
  expect(html).toMatch(/<video src="\/media\/a\.webm" controls="" preload="none"/);
  expect(html).toMatch(/<track kind="captions" src="\/media\/a\.vtt"[^>]* default=""/);
  expect(html).toMatch(/<details class="media-words" open="">.*道が見えます。/);
  expect(html).not.toContain('autoplay');
});
