import { expect, test } from 'vitest';
import { readPassages } from './passages';
import { checkWording } from './wording';

const FRONT = `---\nid: x\ntitle: 見本\ngoal: 見本。\nsources:\n  - id: "1"\n    document: 自殺の方法についての調査と失敗の本\n---\n\n`;
const lesson = (body: string, name = 'lesson.mdx') =>
  checkWording(readPassages(`content/courses/first/koe/${name}`, `${FRONT}${body}\n`));
const quiz = (fields: string, name = 'quiz.yaml') =>
  checkWording(readPassages(`content/courses/first/koe/${name}`, fields));
const LINE = FRONT.split('\n').length;

test.each([
  ['首を吊ったと聞いた。', '方法'],
  ['ビルから飛び降りたと聞いた。', '方法'],
  ['自殺の方法を調べていた。', '方法'],
  ['薬を一度に飲んだ。', '方法'],
  ['自殺の名所として知られる。', '場所'],
  ['遺書がありました。', '遺書'],
  ['自殺は未遂に終わりました。', '自殺を'],
  ['声かけに成功しました。', '成功・失敗'],
  ['また失敗した、と思う日。', '成功・失敗'],
  ['大成功です。', '成功・失敗'],
  ['早く気づけば防げたはずです。', '責める'],
  ['サインを見逃すな。', '責める'],
  ['気づけたはずの変化。', '責める'],
  ['不合格です。', '判定'],
  ['支援者として失格です。', '判定'],
  ['衝撃的な数字があります。', 'おどろかせる'],
  ['孤独死が後を絶たない。', 'おどろかせる'],
  ['孤立するのは本人のせいです。', '落ち度'],
  ['心が弱い人もいます。', '落ち度'],
  ['かわいそうな人に声をかけます。', '落ち度'],
  ['{宮下|みやした}さんは、きっとうつ病だ。', '診断'],
  ['あの人は発達障害です。', '診断'],
  ['適応障害にちがいありません。', '診断'],
  ['必ず救えます。', '救う'],
  ['困難を抱える方々を支えます。', 'ひとまとめ'],
])('refuses %s, with its line and better words', (body, about) => {
  const [problem, ...others] = lesson(`こんにちは。\n\n${body}`);
  expect(problem).toMatchObject({ line: LINE + 2 });
  expect(problem?.reason).toContain(about);
  expect(problem?.remedy).toMatch(/。|ください/);
  expect(others).toEqual([]);
});

test.each([
  '疲れるのは、弱いからではありません。',
  'かわいそうな人だと決めつけないでください。',
  '心が弱いわけではありません。',
  'それは自己責任ではありません。',
  '「かわいそう」ということばは、上から聞こえることがあります。',
  '小説『人間失格』の話をしました。',
  '送信に失敗したときは、もう一度押します。',
  'まちの取組が成功した例を聞きました。',
  '市の事業の成功例です。',
  '話を聞く方法はいろいろあります。方法や場所の話は出てきません。',
  'うつ病は、だれでもなることがある病気です。',
  '気分が沈む日が続くのが、うつ病です。',
  '{宮下|みやした}さんは、うつ病だと言われたそうです。',
  'うつ病と決めずに、話を聞きます。',
  'バスを飛び降りて、橋の上で手を振りました。',
  '知らせに驚きました。衝撃を受けたのです。',
  'いしょに行こう。',
  '間違いではありません。',
])('takes %s', (body) => {
  expect(lesson(body)).toEqual([]);
});

test('what somebody in a story says of herself is hers; what we say is judged', () => {
  const talk = (words: string) =>
    lesson(`<Scene>\n<Talk title="夕方">\n<Line who="宮下さん">${words}</Line>\n</Talk>\n</Scene>`);
  expect(talk('私、心が弱い人間なんです。')).toEqual([]);
  expect(talk('首を吊る話をしていた。')).toHaveLength(1);
});

test('an answer is not answered with a verdict', () => {
  const answered = (feedback: string) =>
    quiz(`questions:\n  - id: q1\n    text: どうしますか。\n    feedback: ${feedback}\n`);
  expect(answered('残念、ちがいます。')).toMatchObject([{ line: 4, column: 15 }]);
  expect(answered('その考えは間違いです。')).toHaveLength(1);
  expect(answered('間違いではありません。もう一歩です。')).toEqual([]);
});

test('titles of sources are not ours to word', () => {
  expect(lesson('本文。')).toEqual([]);
});

test.each([
  ['lesson.easy.mdx', '声かけに しっぱい しました。'],
  ['lesson.en.mdx', 'He committed suicide last year.'],
  ['lesson.en.mdx', 'It was a failed suicide attempt.'],
  ['lesson.en.mdx', 'You failed to notice.'],
  ['lesson.en.mdx', 'This is a weak person.'],
  ['lesson.en.mdx', 'It could have been prevented.'],
  ['lesson.en.mdx', 'She must be depressed.'],
  ['lesson.en.mdx', 'You can save a life.'],
])('refuses in %s: %s', (name, body) => {
  expect(lesson(body, name)).toMatchObject([{ line: LINE }]);
});

test.each([
  'Weak coffee is fine. The meeting went well.',
  'Being tired does not mean that you are a weak person.',
  'He died by suicide. The phone call failed because the line was busy.',
  'She said she had been told it was depression.',
])('takes in English: %s', (body) => {
  expect(lesson(body, 'lesson.en.mdx')).toEqual([]);
});
