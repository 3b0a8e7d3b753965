import { afterEach, expect, test } from 'vitest';
import { compileLesson } from './compile-lesson.server';
import type { Annotate } from './furigana';
import { takeFurigana } from './furigana-marks';
import type { Lesson } from './lesson';
import { lessonFrontMatter } from './library';
import type { PracticeFiles } from './practice-file';
import type { Problem } from './refusal';
import { checkSource } from './source-limits';
import { isSafeUrl } from './subset';
import type { TreeNode } from './tree';
import { normaliseSource, readYaml, splitFrontMatter } from './yaml-source';

const FRONT = [
  '---',
  'id: 6a0f0a52-7a0b-4d26-9a56-1d1f2c9a8f11',
  'title: 声をかける',
  'minutes: 5',
  'goal: 最初のひとことを言えるようになる。',
  'sources:',
  '  - { id: "1", document: 見本の文書, at: 1行, year: 2022 }',
  '---',
  '',
].join('\n');
const FIRST_BODY_LINE = FRONT.split('\n').length;

/** Authors' readings only: these tests are not about the dictionary. */
const annotate: Annotate = (marked) => {
  const { text, authored } = takeFurigana(marked);
  const nodes: TreeNode[] = [];
  let at = 0;
  for (const { start, end, reading } of authored) {
    nodes.push(text.slice(at, start), ['ruby', 0, text.slice(start, end), reading]);
    at = end;
  }
  return { nodes: [...nodes, text.slice(at)].filter((node) => node !== ''), unread: [] };
};

type Outcome = { lesson: Lesson; problems: [] } | { lesson: null; problems: Problem[] };

async function compile(text: string, practices: PracticeFiles[] = []): Promise<Outcome> {
  const source = normaliseSource(text);
  const early = checkSource(source);
  if (early.length > 0) return { lesson: null, problems: early };
  const split = splitFrontMatter(source);
  if (!split.ok) return { lesson: null, problems: [split.problem] };
  const meta = readYaml(split.value.yaml, lessonFrontMatter, split.value.firstLine);
  if (!meta.ok) return { lesson: null, problems: meta.problems };
  const images = { 'images/road.png': new Uint8Array([1, 2, 3]) };
  const licences = { 'road.png': { licence: 'CC BY 4.0', by: '見本の人' } };
  const media = {
    'media/a.webm': '/media/aa.webm',
    'media/a.vtt': '/media/bb.vtt',
    'media/a.mp3': '/media/cc.mp3',
  };
  const compiled = await compileLesson(
    { slug: 'koe', body: split.value.body, meta: meta.value, images, practices, media, licences },
    annotate,
  );
  if (!compiled.ok) return { lesson: null, problems: compiled.problems };
  return { lesson: JSON.parse(compiled.body) as Lesson, problems: [] };
}

const marks = globalThis as { attacked?: unknown };
afterEach(() => {
  delete marks.attacked;
});

const HIT = '(globalThis.attacked = 1)';

/** Each attack stands on the third line of the body, after honest text. */
const ATTACKS: [name: string, body: string][] = [
  ['import', `import fs from 'node:fs'`],
  ['import of a file', `import secret from '/etc/hostname'`],
  ['import with side effect', `import 'data:text/javascript,globalThis.attacked=1'`],
  ['dynamic import', `{import('node:fs')}`],
  ['export', `export const x = ${HIT}`],
  ['export of the environment', `export const x = process.env.HOME`],
  ['default layout', `export default ({ children }) => children`],
  ['re-export', `export * from 'node:fs'`],
  ['broken import', `import {`],
  ['expression', `{${HIT}}`],
  ['expression in text', `こんにちは {${HIT}} さん`],
  ['expression of the environment', `{process.env.HOME}`],
  [
    'expression reading a file',
    `{process.getBuiltinModule('node:fs').readFileSync('/etc/hostname')}`,
  ],
  ['immediately called function', `{(() => { ${HIT} })()}`],
  ['expression in a heading', `## {${HIT}}`],
  ['expression in a list', `- a {${HIT}}`],
  ['expression in a table', `| a |\n| - |\n| {${HIT}} |`],
  ['expression in link text', `[a {${HIT}}](https://example.jp)`],
  ['expression in bold', `**{${HIT}}**`],
  ['expression in a component', `<Scene>\n\n{${HIT}}\n\n</Scene>`],
  ['expression in a line of talk', `<Talk title="a"><Line who="b">{${HIT}}</Line></Talk>`],
  ['expression behind a comment', `{/* ok */ ${HIT}}`],
  ['expression before a comment', `{${HIT} /* ok */}`],
  ['line comment hiding code', `{// ok\n${HIT}}`],
  ['empty expression', `{ }`],
  ['expression shaped like a reading', `{漢字|attacked}`],
  ['bitwise or with a call', `{a|b()}`],
  ['reading with a quotation mark', `{漢"字|かんじ}`],
  ['template literal', '{`${globalThis.attacked = 1}`}'],
  ['attribute expression', `<Line who={${HIT}}>a</Line>`],
  [
    'attribute expression on a known component',
    `<Talk title={${HIT}}><Line who="b">c</Line></Talk>`,
  ],
  ['attribute holding an element', `<Talk title={<b>a</b>}><Line who="b">c</Line></Talk>`],
  ['spread', `<Scene {...${HIT}}>a</Scene>`],
  ['spread of a call', `<Scene {...(() => ${HIT})()}>a</Scene>`],
  ['onClick', `<Scene onClick="attacked()">a</Scene>`],
  ['onclick in small letters', `<Scene onclick="attacked()">a</Scene>`],
  ['onError as expression', `<Cite id="1" onError={() => ${HIT}} />`],
  ['style', `<Scene style="color:red">a</Scene>`],
  ['class', `<Scene className="help">a</Scene>`],
  ['key', `<Scene key="a">a</Scene>`],
  ['ref', `<Scene ref="a">a</Scene>`],
  ['is', `<Scene is="x-a">a</Scene>`],
  ['dangerouslySetInnerHTML', `<Scene dangerouslySetInnerHTML={{ __html: '<b>' }} />`],
  ['dangerouslySetInnerHTML as text', `<Scene dangerouslySetInnerHTML="<b>" />`],
  ['attribute __proto__', `<Scene __proto__="a">a</Scene>`],
  ['attribute constructor', `<Scene constructor="a">a</Scene>`],
  ['doubled attribute', `<Talk title="a" title="b"><Line who="b">c</Line></Talk>`],
  ['namespaced attribute', `<Scene xlink:href="javascript:1">a</Scene>`],
  ['unknown component', `<Widget>a</Widget>`],
  ['unknown empty component', `<Widget />`],
  ['member component', `<Scene.constructor>a</Scene.constructor>`],
  ['namespaced component', `<svg:script>a</svg:script>`],
  ['component constructor', `<constructor>a</constructor>`],
  ['component __proto__', `<__proto__ />`],
  ['component toString', `<toString />`],
  ['fragment', `<>a</>`],
  ['script', `<script>globalThis.attacked = 1</script>`],
  ['script with source', `<script src="https://example.jp/a.js" />`],
  ['SCRIPT in capitals', `<SCRIPT>attacked</SCRIPT>`],
  ['style element', `<style>a</style>`],
  ['iframe', `<iframe src="https://example.jp" />`],
  ['object', `<object data="a" />`],
  ['embed', `<embed src="a" />`],
  ['form', `<form action="https://example.jp"><input name="a" /></form>`],
  ['svg onload', `<svg onload="attacked()" />`],
  ['img onerror', `<img src="x" onerror="attacked()" />`],
  ['meta refresh', `<meta http-equiv="refresh" content="0" />`],
  ['base', `<base href="https://example.jp" />`],
  ['link element', `<link rel="stylesheet" href="https://example.jp" />`],
  ['harmless html', `<b>a</b>`],
  ['kbd with handler', `<kbd onClick="x">a</kbd>`],
  ['script in a component', `<Scene>\n\n<script>a</script>\n\n</Scene>`],
  ['script in a list', `- <script>a</script>`],
  ['html comment', `<!-- a -->`],
  ['processing instruction', `<?php a ?>`],
  ['doctype', `<!doctype html>`],
  ['cdata', `<![CDATA[a]]>`],
  ['javascript link', `[a](javascript:alert(1))`],
  ['javascript link in capitals', `[a](JaVaScRiPt:alert(1))`],
  ['javascript link by entity', `[a](javascript&#58;alert(1))`],
  ['javascript link by named entity', `[a](javascript&colon;alert(1))`],
  ['javascript link with tab', `[a](java&#9;script:alert(1))`],
  ['javascript link with newline', `[a](java&#10;script:alert(1))`],
  ['javascript link with control', `[a](&#1;javascript:alert(1))`],
  ['javascript link with NUL', `[a](&#0;javascript:alert(1))`],
  ['javascript link with zero width', `[a](java&#8203;script:alert(1))`],
  ['javascript link in angle brackets', `[a](<javascript:alert(1)>)`],
  ['javascript link in a component', `<Scene>\n\n[a](javascript:alert(1))\n\n</Scene>`],
  ['javascript by reference', `[a][b]\n\n[b]: javascript:alert(1)`],
  ['data link', `[a](data:text/html,<b>a</b>)`],
  ['data link, short', `[a](data:a)`],
  ['vbscript', `[a](vbscript:a)`],
  ['blob', `[a](blob:a)`],
  ['file', `[a](file:///etc/hostname)`],
  ['plain http', `[a](http://example.jp)`],
  ['another host by slashes', `[a](//example.jp)`],
  ['another host by backslashes', `[a](\\\\\\\\example.jp)`],
  ['another host by mixed slashes', `[a](/\\\\example.jp)`],
  ['name and password in a link', `[a](https://mhlw.go.jp@example.jp)`],
  ['relative link', `[a](other)`],
  ['bare address without https', `www.example.jp を見てください`],
  ['image from elsewhere', `![a](https://example.jp/a.png)`],
  ['image as data', `![a](data:image/png;base64,AA)`],
  ['image by javascript', `![a](javascript:alert(1))`],
  ['image outside its folder', `![a](images/../../secret.png)`],
  ['image that is not there', `![a](images/other.png)`],
  ['image without words', `![](images/road.png)`],
  ['image by reference', `![a][b]\n\n[b]: https://example.jp/a.png`],
  ['footnote', `a[^1]\n\n[^1]: b`],
  ['task list', `- [ ] a`],
  ['title as heading', `# a`],
  ['heading too deep', `#### a`],
  ['heading that skips', `### a`],
  ['heading in a component', `<Scene>\n\n## a\n\n</Scene>`],
  ['component in itself', `<Scene>\n<Scene>\na\n</Scene>\n</Scene>`],
  ['component in the middle of a sentence', `a <Scene>b</Scene> c`],
  ['line outside a talk', `<Line who="a">b</Line>`],
  ['loose words in a talk', `<Talk title="a">\nb\n</Talk>`],
  ['list in a talk', `<Talk title="a">\n\n- b\n\n</Talk>`],
  ['talk without title', `<Talk><Line who="a">b</Line></Talk>`],
  ['line without speaker', `<Talk title="a"><Line>b</Line></Talk>`],
  ['source that is not listed', `a <Cite id="2" />`],
  ['source named like a prototype', `a <Cite id="__proto__" />`],
  ['cite with children', `<Cite id="1">a</Cite>`],
  ['attribute without value', `<Talk title><Line who="b">c</Line></Talk>`],
  ['unclosed component', `<Scene>\n\na`],
  ['wrongly closed component', `<Scene>a</Think>`],
  ['unclosed brace', `{漢字`],
  ['stray closing tag', `</Scene>`],
  ['less-than sign', `3 < 5 <`],
  ['stray bold', `a ** b`],
  ['private-use signs shaped like a reading', `\uE000漢字\uE001かんじ\uE002`],
  ['private-use sign', `\uE000`],
  ['private-use sign of another plane', `\u{F0001}`],
  ['NUL', `a\u0000b`],
  ['escape', `a\u001Bb`],
  ['turned direction', `a\u202Eb`],
  ['zero width space', `a\u200Bb`],
  ['half a letter', `a\uD800b`],
];

test.each(ATTACKS)('refuses %s, with its line', async (_name, attack) => {
  const { lesson, problems } = await compile(
    `${FRONT}\nはじめの文。\n\n${attack}\n\nおわりの文。\n`,
  );
  expect(lesson).toBeNull();
  expect(marks.attacked).toBeUndefined();
  expect(problems.length).toBeGreaterThan(0);
  const lines = attack.split('\n').length;
  const attackLine = FIRST_BODY_LINE + 3;
  for (const problem of problems) {
    expect(problem.line).toBeGreaterThanOrEqual(attackLine);
    expect(problem.line).toBeLessThanOrEqual(attackLine + lines + 2);
    expect(problem.column).toBeGreaterThanOrEqual(1);
    expect(problem.reason).toMatch(/\p{Script=Hiragana}/u);
    expect(problem.remedy).toMatch(/\p{Script=Hiragana}/u);
  }
});

const OTHER_FRONT_MATTER: [string, string][] = [
  ['js', `---js\n{ title: ${HIT} }\n---\n\na`],
  ['js after a space', `--- js\n{ title: ${HIT} }\n---\n\na`],
  ['javascript', `---javascript\n{ title: ${HIT} }\n---\n\na`],
  ['javascript in capitals', `---JavaScript\n{ title: ${HIT} }\n---\n\na`],
  ['json', `---json\n{ "title": "a" }\n---\n\na`],
  ['coffee', `---coffee\ntitle: 1\n---\n\na`],
  ['toml', `+++\ntitle = 1\n+++\n\na`],
  ['js behind a byte-order mark', `\uFEFF---js\n{ title: ${HIT} }\n---\n\na`],
  ['js behind a tab', `---\tjs\n{ title: ${HIT} }\n---\n\na`],
  ['four dashes', `----\ntitle: a\n----\n\na`],
  ['none', `# a`],
  ['empty line first', `\n${FRONT}a`],
  ['unclosed', `---\ntitle: a\n\na`],
  ['js tag in YAML', FRONT.replace('title: 声', `title: !!js/function 'function () { ${HIT} }' #`)],
  ['binary tag in YAML', FRONT.replace('title: 声', 'title: !!binary aaaa #')],
  [
    'anchor and alias',
    FRONT.replace('title: 声をかける', 'title: &a 声').replace('goal: ', 'goal: *a #'),
  ],
  ['merge key', FRONT.replace('minutes: 5', 'minutes: 5\n<<: { goal: a }')],
  ['prototype key', FRONT.replace('minutes: 5', 'minutes: 5\n__proto__: { a: 1 }')],
  ['unknown key', FRONT.replace('minutes: 5', 'minutes: 5\nlayout: a')],
  ['doubled key', FRONT.replace('minutes: 5', 'minutes: 5\nminutes: 6')],
  ['missing goal', FRONT.replace(/goal: .*/, '')],
  ['minutes as words', FRONT.replace('minutes: 5', 'minutes: many')],
  [
    'javascript source address',
    FRONT.replace('year: 2022', 'year: 2022, url: "javascript:alert(1)"'),
  ],
  ['tag in the title', FRONT.replace('title: 声をかける', 'title: "<script>a</script>"')],
  ['expression in the title', FRONT.replace('title: 声をかける', `title: "{${HIT}}"`)],
  ['second document', FRONT.replace('minutes: 5', 'minutes: 5\n...\na: 1')],
];

test.each(OTHER_FRONT_MATTER)('refuses front matter: %s', async (_name, source) => {
  const { lesson, problems } = await compile(`${source}\n\n本文。\n`);
  expect(lesson).toBeNull();
  expect(marks.attacked).toBeUndefined();
  expect(problems[0]?.line).toBeGreaterThanOrEqual(1);
  expect(problems[0]?.reason).toMatch(/\p{Script=Hiragana}/u);
});

const HEAPS: [string, string][] = [
  ['1 MB of [', '['.repeat(1_000_000)],
  ['1 MB of {', '{'.repeat(1_000_000)],
  ['1 MB of <', '<'.repeat(1_000_000)],
  ['1 MB of (', '[a]('.repeat(250_000)],
  ['190 KB of [', '['.repeat(190_000)],
  ['190 KB of {', '{'.repeat(190_000)],
  ['190 KB of <Scene>', '<Scene>'.repeat(27_000)],
  ['190 KB of <Scene> on lines of their own', '<Scene>\n\n'.repeat(20_000)],
  ['190 KB of >', '>'.repeat(190_000)],
  ['190 KB of nested lists', '- '.repeat(95_000)],
  ['190 KB of emphasis', '*a _b '.repeat(30_000)],
  ['190 KB of backticks', '`a``b```c'.repeat(20_000)],
  ['190 KB of images', '![a'.repeat(60_000)],
  ['190 KB of entities', '&amp;'.repeat(38_000)],
  ['brackets spread over paragraphs', `${'['.repeat(20)}\n\n`.repeat(100) + '{'.repeat(20)],
];

test.each(HEAPS)('refuses %s', async (_name, heap) => {
  const { lesson, problems } = await compile(`${FRONT}\n${heap}\n`);
  expect(lesson).toBeNull();
  expect(problems.length).toBeGreaterThan(0);
});

test('names the place of each refusal, several at once', async () => {
  const { problems } = await compile(
    `${FRONT}\n{宮下|みやした}さん <b>a</b>\n\n[a](javascript:1)\n`,
  );
  expect(problems.map(({ line, column }) => [line, column])).toEqual([
    [FIRST_BODY_LINE + 1, 13],
    [FIRST_BODY_LINE + 3, 1],
  ]);
});

const HONEST: [string, string][] = [
  ['an author’s reading with a figure', '{1人|ひとり}で来た{孤独|こどく}な人'],
  ['a comment', '{/* {宮下|みやした}さんの場面 */}\n\nこんにちは {/* 後で直す */} ね'],
  ['a table', '| 言葉 | 届き方 |\n| --- | --- |\n| a | b |'],
  [
    'code that looks like an attack',
    '```\nimport fs from "fs"\n{process.env.HOME}\n```\n\n`<script>`',
  ],
  [
    'safe links',
    '[a](https://www.mhlw.go.jp/a?b=c#d) [b](tel:0120-279-338) [c](/help) [d](#source-1)',
  ],
  ['a bare https address', 'https://www.mhlw.go.jp/ を見てください'],
  ['headings in order', '## a\n\n### b\n\n## c'],
  ['an image with words', '![夕方の道](images/road.png)'],
  [
    'a talk in a scene',
    '<Scene>\n\na\n\n<Talk title="b">\n<Line who="c">d</Line>\n\n<Line who="e">\n\nf\n\n</Line>\n</Talk>\n\n</Scene>',
  ],
  ['escaped signs', '3 \\< 5、\\{ここ\\}、&lt;b&gt;'],
  ['a word that begins like a keyword', 'importance は大切です'],
  ['brackets in prose', '（はい）[いいえ]「たぶん」'],
  ['lists and quotations', '1. a\n2. b\n\n> c\n\n- d\n  - e'],
  [
    'all parts',
    '<Think>a</Think>\n\n<Try>b</Try>\n\n<Note>c</Note>\n\n<Care>d</Care>\n\n<TakeHome>e <Cite id="1" /></TakeHome>',
  ],
];

test.each(HONEST)('takes %s', async (_name, body) => {
  const { lesson, problems } = await compile(`${FRONT}\n${body}\n`);
  expect(problems).toEqual([]);
  expect(lesson?.body.length).toBeGreaterThan(0);
});

test('takes a file as Windows saves it', async () => {
  const { problems } = await compile(
    `\uFEFF${FRONT}\n## 場面\n\n<Scene>\na\n</Scene>\n`.replaceAll('\n', '\r\n'),
  );
  expect(problems).toEqual([]);
});

test('keeps nothing executable: strings, tags and plain attributes alone', async () => {
  const { lesson } = await compile(
    `${FRONT}\n## 場面\n\n<Scene>\n火曜の夕方、\n{宮下|みやした}さん。**「ことば」**を\n</Scene>\n\n<Talk title="話"><Line who="{岡部|おかべ}さん">こん<Cite id="1" /></Line></Talk>\n`,
  );
  expect(lesson?.body).toEqual([
    ['h2', 0, '場面'],
    [
      'Scene',
      0,
      [
        'p',
        0,
        '火曜の夕方、',
        ['ruby', 0, '宮下', 'みやした'],
        'さん。',
        ['strong', 0, '「ことば」'],
        'を',
      ],
    ],
    [
      'Talk',
      { title: ['話'] },
      [
        'Line',
        { who: [['ruby', 0, '岡部', 'おかべ'], 'さん'], speaker: '1' },
        ['p', 0, 'こん', ['Cite', { id: '1', label: '出典1 見本の文書（2022年）' }]],
      ],
    ],
  ]);
});

test('keeps a reading written inside code as it was typed', async () => {
  const { lesson } = await compile(`${FRONT}\n\`{漢字|かんじ}\`\n`);
  expect(lesson?.body).toEqual([['p', 0, ['code', 0, '{漢字|かんじ}']]]);
});

test.each(['https://a.jp', 'https://a.jp:8443/b', 'tel:110', 'mailto:a@b.jp', '/help', '#a'])(
  '%s is a safe address',
  (url) => {
    expect(isSafeUrl(url)).toBe(true);
  },
);

test.each([
  '',
  'https:',
  'https:///a',
  ' https://a.jp',
  'https://a b',
  '/\t/a.jp',
  '//a.jp',
  '/\\a.jp',
  'mailto:a@b.jp?body=c',
  'tel:1;a=b',
  '#"',
  'https://ａ.jp',
])('"%s" is not a safe address', (url) => {
  expect(isSafeUrl(url)).toBe(false);
});

const PRACTICE: PracticeFiles = {
  name: 'pan',
  edition: 'original',
  file: 'koe/practice-pan.yaml',
  source: '',
  older: false,
  value: {
    title: 'パンの{店|みせ}',
    about: '夕方に、\nお客さんが来ました。',
    you: '店主',
    start: 'a',
    steps: [
      { id: 'z', end: 'ここまで。' },
      {
        id: 'a',
        who: '宮下さん',
        says: 'これだけで。',
        choices: [
          { say: 'はい。', lands: 'うなずきました。', to: 'z' },
          { say: '…', lands: '待ちました。', to: 'z' },
        ],
      },
    ],
    debrief: ['一言でいい。'],
  },
};

test('a conversation stands in the lesson with its first step first', async () => {
  const { lesson } = await compile(`${FRONT}## 会話\n\n<Practice name="pan" />`, [PRACTICE]);
  expect(lesson?.body).toEqual([
    ['h2', 0, '会話'],
    [
      'Practice',
      {
        name: 'pan',
        title: ['パンの', ['ruby', 0, '店', 'みせ']],
        about: ['夕方に、', ['br', 0], 'お客さんが来ました。'],
        you: ['店主'],
      },
      [
        'Step',
        { id: 'a', who: ['宮下さん'], says: ['これだけで。'] },
        ['Choice', { to: 'z', say: ['はい。'], lands: ['うなずきました。'] }],
        ['Choice', { to: 'z', say: ['…'], lands: ['待ちました。'] }],
      ],
      ['Step', { id: 'z', end: ['ここまで。'] }],
      ['Debrief', 0, ['li', 0, '一言でいい。']],
    ],
  ]);
});

test.each([
  ['<Practice name="pen" />', 'practice-pen.yaml がこの課のフォルダーにありません'],
  ['本文です。', 'practice-pan.yaml が本文のどこにも置かれていません'],
  [
    '<Practice name="pan" />\n\n<Practice name="pan" />',
    '<Practice> が同じ name で二度置かれています',
  ],
  ['<Practice name="pan" />', '<Practice> の前に見出しがありません'],
  ['<Scene>\n<Practice name="pan" />\n</Scene>', '<Practice> は <Scene> の中には書けません'],
  ['<Practice name="pan">\nあ\n</Practice>', '<Practice> の中には何も書けません'],
])('a conversation in the wrong place is refused: %s', async (body, reason) => {
  const { problems } = await compile(FRONT + body, [PRACTICE]);
  expect(problems.map((problem) => problem.reason)).toContainEqual(expect.stringContaining(reason));
});

test('a self-check is one of those that exist', async () => {
  const known = await compile(`${FRONT}## 自分に\n\n<SelfCheck name="ucla-3" />`);
  expect(known.lesson?.body).toContainEqual(['SelfCheck', { name: 'ucla-3' }]);
  const unknown = await compile(`${FRONT}## 自分に\n\n<SelfCheck name="kessler" />`);
  expect(unknown.problems[0]?.reason).toContain('使えるのは ucla-3 です');
});

const FILM = '<Video src="media/a.webm" captions="media/a.vtt" title="道" licence="自作">';

test('a film stands with its captions, its licence and what is heard in it', async () => {
  const { lesson } = await compile(`${FRONT}${FILM}\n\n道が見えます。\n\n</Video>`);
  expect(lesson?.body).toEqual([
    [
      'Video',
      { src: '/media/aa.webm', title: ['道'], licence: ['自作'], captions: '/media/bb.vtt' },
      ['p', 0, '道が見えます。'],
    ],
  ]);
});

test.each([
  [FILM.replace('a.webm', 'b.webm'), 'このファイルが課の media フォルダーにありません'],
  [FILM.replace('media/a.webm', 'https://example.org/a.webm'), 'このファイルが課の media フォルダーに'],
  [FILM.replace('media/a.webm', 'media/a.mp3'), '動画（mp4・webm）を media/… で書いてください'],
  [FILM.replace(' captions="media/a.vtt"', ''), '<Video> に captions がありません'],
  [FILM.replace(' licence="自作"', ''), '<Video> に licence がありません'],
  [FILM.replace('title="道"', 'title="道" autoplay="on"'), 'autoplay という属性は書けません'],
])('a film in another shape is refused: %s', async (open, reason) => {
  const { problems } = await compile(`${FRONT}${open}\n\n道が見えます。\n\n</Video>`);
  expect(problems.map((problem) => problem.reason)).toContainEqual(expect.stringContaining(reason));
});

test('a film or a sound without its words is refused', async () => {
  const film = await compile(`${FRONT}${FILM}</Video>`);
  expect(film.problems[0]?.reason).toContain('聞こえること・見えることを書いた文がありません');
  const sound = await compile(`${FRONT}<Audio src="media/a.mp3" title="音" licence="自作" />`);
  expect(sound.problems[0]?.reason).toContain('聞こえること・見えることを書いた文がありません');
});

test('by whom a picture is stands at the foot, once', async () => {
  const { lesson } = await compile(
    `${FRONT}![夕方の道](images/road.png)\n\n![もう一度](images/road.png)`,
  );
  expect(lesson?.body.at(-1)).toEqual([
    'Pictures',
    0,
    ['Picture', { by: '見本の人', licence: 'CC BY 4.0' }, 'もう一度'],
  ]);
});
