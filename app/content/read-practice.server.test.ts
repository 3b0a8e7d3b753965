import { expect, test } from 'vitest';
import { markOf } from './read-edition.server';
import { practicesOf, readPractices } from './read-practice.server';

const SOURCE = `title: 宮下さんが、また来た
about: 火曜の夕方、宮下さんが店に来ました。
you: 岡部さん（パン屋の店主）
start: hajime
steps:
  - id: hajime
    scene: パンを一つだけ、手に取りました。
    who: 宮下さん
    says: 今日は、これだけで。
    choices:
      - say: お疲れですか。
        lands: 宮下さんは、少しだけ笑いました。
        to: hanasu
      - say: （だまってうなずく）
        lands: 宮下さんは、ほっとした顔をしました。
        to: owari
  - id: hanasu
    who: 宮下さん
    says: 眠れなくて。
    choices:
      - say: よかったら、聞かせてください。
        lands: 宮下さんは、ゆっくり話しはじめました。
        to: owari
      - say: 今は店があるので、六時にまた来られますか。
        lands: 宮下さんは、うなずきました。
        to: owari
  - id: owari
    end: 今日は、ここまで。
debrief:
  - 一言が、次につながります。
`;

function read(source: string, editions: Record<string, string> = {}) {
  const texts = [{ fileName: 'practice-pan.yaml', file: 'practice-pan.yaml', source }];
  for (const [edition, text] of Object.entries(editions)) {
    const fileName = `practice-pan.${edition}.yaml`;
    texts.push({ fileName, file: fileName, source: text });
  }
  return readPractices(texts);
}
const reasons = (source: string, editions?: Record<string, string>) =>
  read(source, editions).refusals.map(({ file, line, reason }) => `${file}:${line} ${reason}`);

test('a conversation whose ways all come to an end is taken', () => {
  const { practices, refusals } = read(SOURCE);
  expect(refusals).toEqual([]);
  expect(practices).toMatchObject([{ name: 'pan', edition: 'original', older: false }]);
});

const SLIPS: [string, string, string, string][] = [
  ['two steps of one id', '- id: hanasu', '- id: owari', '場面 owari が二つあります'],
  ['a start that is not there', 'start: hajime', 'start: asa', '場面 asa がありません'],
  ['a way to nowhere', 'to: hanasu', 'to: ashita', '行き先の場面 ashita がありません'],
  ['a step nobody meets', 'to: hanasu', 'to: owari', '場面 hanasu には、どこからも行けません'],
  [
    'a way back',
    'ゆっくり話しはじめました。\n        to: owari',
    'ゆっくり話しはじめました。\n        to: hajime',
    '前の場面 hajime にもどっています',
  ],
  [
    'a way to itself',
    'ゆっくり話しはじめました。\n        to: owari',
    'ゆっくり話しはじめました。\n        to: hanasu',
    '前の場面 hanasu にもどっています',
  ],
  [
    'a step without choices and end',
    'end: 今日は、ここまで。',
    'scene: 今日は、ここまで。',
    '場面 owari に choices も end もありません',
  ],
  [
    'a step with both',
    '    who: 宮下さん\n    says: 眠れなくて。',
    '    end: 終わり。\n    who: 宮下さん\n    says: 眠れなくて。',
    '場面 hanasu に choices と end の両方があります',
  ],
  [
    'words of nobody',
    '    who: 宮下さん\n    says: 眠れなくて。',
    '    says: 眠れなくて。',
    '場面 hanasu のせりふを、だれが言うのか分かりません',
  ],
  [
    'a speaker without words',
    '    says: 眠れなくて。\n',
    '    scene: 夜。\n',
    '場面 hanasu に who だけがあります',
  ],
  [
    'one choice twice',
    'say: （だまってうなずく）',
    'say: お疲れですか。',
    '同じことばが二つあります',
  ],
  [
    'a bare tag',
    'about: 火曜の夕方',
    'about: <b>火曜</b>の夕方',
    'ここに書けるのは文字とふりがなだけです',
  ],
  ['an unknown key', 'you: 岡部', 'score: 3\nyou: 岡部', 'score'],
];
test.each(SLIPS)('%s is refused', (_, from, to, reason) => {
  expect(SOURCE).toContain(from);
  const found = reasons(SOURCE.replace(from, to));
  expect(found.some((line) => line.includes(reason))).toBe(true);
});

test('one choice is not a choice, and four are too many', () => {
  const choice = (n: number) => `      - { say: ことば${n}, lands: 届いた。, to: owari }\n`;
  const withChoices = (count: number) =>
    `title: あ\nabout: あ\nyou: わたし\nstart: hajime\nsteps:\n  - id: hajime\n    scene: あ\n    choices:\n` +
    Array.from({ length: count }, (_, i) => choice(i)).join('') +
    '  - { id: owari, end: 終わり。 }\ndebrief: [あ]\n';
  expect(reasons(withChoices(1))).not.toEqual([]);
  expect(reasons(withChoices(2))).toEqual([]);
  expect(reasons(withChoices(3))).toEqual([]);
  expect(reasons(withChoices(4))).not.toEqual([]);
});

test('a refusal names the line to mend', () => {
  expect(reasons(SOURCE.replace('to: hanasu', 'to: ashita'))).toEqual([
    'practice-pan.yaml:13 行き先の場面 ashita がありません',
  ]);
});

const EASY = `original: "${markOf(SOURCE)}"\n${SOURCE}`;

test('an edition of a conversation has the same steps and leads the same ways', () => {
  expect(reasons(SOURCE, { easy: EASY })).toEqual([]);
  expect(reasons(SOURCE, { easy: EASY.replace('to: hanasu', 'to: owari') })).toContainEqual(
    expect.stringContaining('場面 hanasu には、どこからも行けません'),
  );
  const swapped = EASY.replace('to: hanasu', 'to: X')
    .replace('笑いました', '笑いました')
    .replace('ほっとした顔をしました。\n        to: owari', 'ほっとした顔をしました。\n        to: hanasu')
    .replace('to: X', 'to: owari');
  expect(reasons(SOURCE, { easy: swapped })).toEqual([
    expect.stringContaining('場面 hajime の行き先がもとと違います（もとは hanasu owari）'),
  ]);
});

test('an edition of a conversation that has changed since is refused, or says that it is older', () => {
  const moved = SOURCE.replace('眠れなくて', '夜が長くて');
  expect(reasons(moved, { easy: EASY })).toEqual([
    expect.stringMatching(/practice-pan\.easy\.yaml:1 元の文が変わっています/),
  ]);
  const { practices, refusals } = read(moved, { easy: `older: true\n${EASY}` });
  expect(refusals).toEqual([]);
  expect(practices.find(({ edition }) => edition === 'easy')?.older).toBe(true);
});

test('an edition without its original is refused', () => {
  const alone = [{ fileName: 'practice-a.en.yaml', file: 'practice-a.en.yaml', source: EASY }];
  expect(readPractices(alone).refusals.map(({ reason }) => reason)).toEqual([
    'もとの practice-a.yaml がありません',
  ]);
});

test('a lesson in an edition takes its own conversation, and the original where there is none', () => {
  const { practices } = read(SOURCE, { easy: EASY });
  expect(practicesOf(practices, 'easy').map(({ edition }) => edition)).toEqual(['easy']);
  expect(practicesOf(practices, 'en').map(({ edition }) => edition)).toEqual(['original']);
  expect(practicesOf(practices, 'original').map(({ edition }) => edition)).toEqual(['original']);
});
