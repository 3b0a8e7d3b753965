import { expect, test } from 'vitest';
import { putIn, readWord, withoutReadings } from './lib/reading-signs';
import { withReadings } from './with-readings.server';

const HELP = readWord('相談', 'そうだん');
const RUBY = '<ruby>相談<rp>（</rp><rt>そうだん</rt><rp>）</rp></ruby>';
/** What becomes of a paragraph's words. */
const drawn = (words: string, known?: ReadonlyMap<string, string>) =>
  /^<p>(?:<span>)?(.*?)(?:<\/span>)?<\/p>$/.exec(withReadings(`<p>${words}</p>`, known))?.[1];
const ruby = (word: string, reading: string) =>
  RUBY.replace('相談', word).replace('そうだん', reading);

test('words are drawn with their readings in text, and stand alone in tags', () => {
  expect(withReadings(`<a title="${HELP}" href="/x">${HELP}できる</a>`)).toBe(
    `<a title="相談" href="/x"><span>${RUBY}できる</span></a>`,
  );
});

test.each(['title', 'option', 'textarea', 'script', 'style', 'svg', 'ruby'])(
  'in %s the words stand alone',
  (name) => {
    const html = `<p>${HELP}</p><${name} lang="ja">${HELP}<b>${HELP}</b></${name}><i>${HELP}</i>`;
    const bare = `<${name} lang="ja">相談<b>相談</b></${name}>`;
    expect(withReadings(html)).toBe(
      `<p><span>${RUBY}</span></p>${bare}<i><span>${RUBY}</span></i>`,
    );
  },
);

test.each([
  ['1', ruby('1人', 'ひとり')],
  ['3', `3${ruby('人', 'にん')}`],
  ['1,200', `1,200${ruby('人', 'にん')}`],
  ['ぜんいん', `ぜんいん${ruby('人', 'にん')}`],
])('a counter is said by its number: %s', (number, said) => {
  expect(drawn(`${putIn(number)}${readWord('人', '')}まで`)).toBe(`${said}まで`);
});

test('10分 and 5分 are told apart, and a counter keeps what follows it', () => {
  const minutes = (n: string) => drawn(`${putIn(n)}${readWord('分', '')}くらい`);
  expect(minutes('10')).toBe(`10${ruby('分', 'ぷん')}くらい`);
  expect(minutes('5')).toBe(`5${ruby('分', 'ふん')}くらい`);
  const days = drawn(`${putIn('3')}${readWord('日', '')}${readWord('間', 'かん')}`);
  expect(days).toBe(`${ruby('3日', 'みっか')}${ruby('間', 'かん')}`);
});

test('a title, a place and a day that are put in are read where they are known', () => {
  const known = new Map([
    ['声 & "耳"', `${readWord('声', 'こえ')} & "${readWord('耳', 'みみ')}"`],
    ['堺市', readWord('堺市', 'さかいし')],
  ]);
  expect(drawn(`${putIn('声 &amp; &quot;耳&quot;')}へ`, known)).toBe(
    `${ruby('声', 'こえ')} &amp; &quot;${ruby('耳', 'みみ')}&quot;へ`,
  );
  expect(drawn(`${HELP}、堺市`, known)).toBe(`${RUBY}、${ruby('堺市', 'さかいし')}`);
  expect(drawn('2026年11月1日')).toBe(
    `2026${ruby('年', 'ねん')}11${ruby('月', 'がつ')}${ruby('1日', 'ついたち')}`,
  );
});

test('words and their readings stay one piece where pieces are laid out one by one', () => {
  expect(withReadings(`<button>← <!-- -->${HELP}する<i></i></button>`)).toBe(
    `<button><span>← ${RUBY}する</span><i></i></button>`,
  );
});

test('what somebody typed stays as it is', () => {
  const html = `<p>${putIn('宮下')}さん</p><textarea>宮下 &lt;ruby&gt;</textarea><p>宮下が来た</p>`;
  expect(withReadings(html)).toBe(
    '<p>宮下さん</p><textarea>宮下 &lt;ruby&gt;</textarea><p>宮下が来た</p>',
  );
});

test('a document without signs and kanji is the same, to its last letter', () => {
  const html =
    '<!DOCTYPE html><html><body><!-- x --><p>かな &amp; A</p><script>a<b</script></body></html>\n';
  expect(withReadings(html)).toBe(html);
});

test('words without readings are the words alone', () => {
  expect(withoutReadings(`${putIn('3')}${readWord('人', '')}の${HELP}`)).toBe('3人の相談');
  expect(withoutReadings('そのまま')).toBe('そのまま');
});
