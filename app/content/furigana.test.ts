import { expect, test } from 'vitest';
import { loadDictionary } from './dictionary.server';
import { alignReading, createAnnotate } from './furigana';
import { markFurigana, stripFurigana, unmarkFurigana } from './furigana-marks';
import { plainText, type TreeNode } from './tree';

const tokenize = await loadDictionary();
const annotate = createAnnotate(tokenize, {});

function written(nodes: TreeNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const [, , base, reading] = node;
      return `[${String(base)}:${String(reading)}]`;
    })
    .join('');
}
const read = (text: string, using = annotate) => written(using(markFurigana(text)).nodes);

test.each([
  ['食べる', '[食:た]べる'],
  ['聞き入れる', '[聞:き]き[入:い]れる'],
  ['お釣りを受け取る手', 'お[釣:つ]りを[受:う]け[取:と]る[手:て]'],
  ['商店街の夕方', '[商店:しょうてん][街:がい]の[夕方:ゆうがた]'],
  ['気になる人', '[気:き]になる[人:ひと]'],
  ['コーヒーを飲む', 'コーヒーを[飲:の]む'],
  ['ひらがなだけ', 'ひらがなだけ'],
])('%s is read over its kanji alone', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ['1人で来た', '[1人:ひとり]で[来:き]た'],
  ['一人で、二人で、三人で', '[一人:ひとり]で、[二人:ふたり]で、[三:さん][人:にん]で'],
  ['３人と12人', '３[人:にん]と12[人:にん]'],
  ['3日、三日、20日', '[3日:みっか]、[三日:みっか]、[20日:はつか]'],
  ['4月1日から1日だけ', '4[月:がつ][1日:ついたち]から1[日:にち]だけ'],
  ['12月26日', '12[月:がつ]26[日:にち]'],
  ['30分と5分', '30[分:ぷん]と5[分:ふん]'],
  ['20歳', '[20歳:はたち]'],
  ['2022年', '2022[年:ねん]'],
  ['3日間、2回目', '[3日:みっか][間:かん]、2[回:かい][目:め]'],
  [
    '一回、三本、四人、六個、八冊',
    '[一:いっ][回:かい]、[三:さん][本:ぼん]、[四:よ][人:にん]、[六:ろっ][個:こ]、[八:はっ][冊:さつ]',
  ],
  ['一人一人', '[一人:ひとり][一人:ひとり]'],
  ['十分に', '[十分:じゅうぶん]に'],
  ['24時間', '24[時:じ][間:かん]'],
  ['3本、4本、6本', '3[本:ぼん]、4[本:ほん]、6[本:ぽん]'],
])('%s is counted as people say it', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test('何 is なん before と, の, で and だ, else なに', () => {
  expect(read('何と言う。何をする。何ですか。')).toBe(
    '[何:なん]と[言:い]う。[何:なに]をする。[何:なん]ですか。',
  );
});

test('the author’s reading wins over the dictionary and the list', () => {
  const listed = createAnnotate(tokenize, { 宮下: 'みやげ' });
  expect(read('{宮下|ぐうか}さんと宮下さん', listed)).toBe('[宮下:ぐうか]さんと[宮下:みやげ]さん');
});

test('the author’s reading is told from the rest, so that it holds where none is shown', () => {
  const { nodes } = annotate(markFurigana('{宮下|みやした}さんの朝'));
  expect(nodes).toEqual([
    ['ruby', { own: '1' }, '宮下', 'みやした'],
    'さんの',
    ['ruby', 0, '朝', 'あさ'],
  ]);
});

test('an author’s reading may cover kana and figures too', () => {
  expect(read('{1人|ひとり}と{食べる|たべる}')).toBe('[1人:ひとり]と[食:た]べる');
});

test('the reading list wins over the dictionary, but not inside other words', () => {
  const listed = createAnnotate(tokenize, { 辛い: 'からい', 方: 'かた' });
  expect(read('辛い方法、あの方', listed)).toBe('[辛:から]い[方法:ほうほう]、あの[方:かた]');
});

test.each([
  ['間に合う', '[間:ま]に[合:あ]う'],
  ['この間の話', 'この[間:あいだ]の[話:はなし]'],
  ['三つの道', '[三:みっ]つの[道:みち]'],
  [
    '受けていない方がいる。休む方がいい。',
    '[受:う]けていない[方:かた]がいる。[休:やす]む[方:ほう]がいい。',
  ],
  [
    'もう一回行って、支援を行っている',
    'もう[一:いっ][回:かい][行:い]って、[支援:しえん]を[行:おこな]っている',
  ],
  ['亡くした方が来た', '[亡:な]くした[方:かた]が[来:き]た'],
  ['読み終えた 日：4月', '[読:よ]み[終:お]えた [日:ひ]：4[月:がつ]'],
  ['近所の方に', '[近所:きんじょ]の[方:かた]に'],
])('%s is read as people say it', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test('a name the dictionary lacks is reported, not guessed', () => {
  expect(annotate('髙﨑さん').unread.join('')).toBe('髙﨑');
  expect(annotate(markFurigana('{髙﨑|たかさき}さん')).unread).toEqual([]);
});

test('a reading that fits no kana stands over the whole word', () => {
  expect(alignReading('食べる', 'のむ')).toEqual([['ruby', 0, '食べる', 'のむ']]);
});

test('no letter is lost or added', () => {
  const text =
    '髙﨑さんは4月1日の夕方、𠮷田さんと一ヶ月ぶりに、2人で30分お茶を飲みました。「大丈夫？」…AとB';
  expect(plainText(annotate(text).nodes)).toBe(text);
});

test('marking keeps every column, and can be taken back', () => {
  const source = '{宮下|みやした}さんと{漢字|kanji}';
  expect(markFurigana(source)).toHaveLength(source.length);
  expect(unmarkFurigana(markFurigana(source))).toBe(source);
  expect(stripFurigana(source)).toBe('宮下さんと{漢字|kanji}');
});
