import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPublishedCourses } from '~/domain/courses/find-published-courses.server';
import { publishContent } from '../server/publish-content';
import { addEditions, stampAll } from './editions';
import { openTestStore } from './test-store';

const store = openTestStore();
let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'content-')), 'content');
  await cp('tests/fixtures/content', folder, { recursive: true });
  await cp('content/reference', join(folder, 'reference'), { recursive: true });
  await addEditions(folder);
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const at = (path: string) => join(folder, 'courses/first', path);
async function edit(path: string, from: string | RegExp, to: string) {
  const text = await readFile(at(path), 'utf8');
  expect(text).toMatch(from);
  await writeFile(at(path), text.replace(from, to));
}
/** file:line and the beginning of the reason. */
const refusals = async () =>
  (await publishContent(store, folder, join(folder, '../media'))).refusals.map((refusal) => {
    const [, file, line, reason, remedy] =
      /^(.+?):(\d+):\d+ {2}(.+?) {2}→ {2}(.+)$/.exec(refusal) ?? [];
    expect(remedy).toMatch(/ください|します|一度だけ/);
    return `${file?.slice(at('').length + 1)}:${line} ${reason}`;
  });
const published = async () =>
  (await findPublishedCourses(store.read)).map(({ slug, title }) => ({ slug, title }));

test('what harms, misleads or cannot be followed is refused with file, line and remedy, and what was published stays', async () => {
  expect(await refusals()).toEqual([]);
  const before = await published();
  expect(before).toEqual([{ slug: 'first', title: '見本の一歩' }]);

  await edit('course.yaml', /^title: .*/m, 'title: 見本の二歩');
  await edit(
    'koe/lesson.mdx',
    '詳しくは',
    '声かけに成功した人の話。四割の人です。電話は0570-046-556へ。詳しくは',
  );
  await edit('koe/lesson.mdx', /<TakeHome>.*<\/TakeHome>/, '');
  await edit('koe/lesson.mdx', '| 元気？ |', '| ![](images/a.png) |');
  await edit('koe/quiz.yaml', ', feedback: 心配は伝わります。', '');
  await edit('kizuku/lesson.mdx', /content_note:\n.*\n.*\n/, '');
  await edit('kizuku/lesson.mdx', '## 考えてみる', '春に亡くなった人の話です。\n\n## 考えてみる');
  await edit('kizuku/lesson.easy.mdx', /content_note:\n.*\n.*\n/, '');
  await edit(
    'kizuku/lesson.easy.mdx',
    /$/,
    '\n駅の前の店で働いている人が、きのうの夜から何も食べていないと聞いて、とても心配になりました。髙さんです。\n',
  );
  await edit('koe/lesson.en.mdx', /$/, `\nHe committed suicide. Say 元気 ${'word '.repeat(31)}.\n`);
  await stampAll(at(''), true);
  await edit('course.en.yaml', /original: .*/, 'original: "0123456789ab"');
  expect((await refusals()).sort()).toEqual([
    'course.en.yaml:1 元の文が変わっています',
    'kizuku/lesson.easy.mdx:15 「髙」の読みが辞書にありません',
    'kizuku/lesson.easy.mdx:15 文が長すぎます（43字。やさしい日本語は40字まで）',
    'kizuku/lesson.mdx:24 重い話（「亡くなった人の話です。…」）にふれる課ですが、content_note がありません',
    'koe/lesson.en.mdx:21 「committed suicide」：自殺を、罪や成否で語っています（committed / successful / failed）',
    'koe/lesson.en.mdx:21 英文が長すぎます（33語。30語まで）',
    'koe/lesson.en.mdx:21 英語の版に日本語「元気」が残っています',
    'koe/lesson.mdx:1 持ち帰るひとこと（<TakeHome>）がありません',
    'koe/lesson.mdx:48 画像 images/a.png が見つかりません',
    'koe/lesson.mdx:48 画像の説明がありません',
    'koe/lesson.mdx:50 「成功」：人を成功・失敗で分けることばです',
    'koe/lesson.mdx:50 数字「四割」に出典がありません',
    'koe/lesson.mdx:50 電話番号 0570-046-556 は、相談先の一覧（directory）にありません',
    'koe/quiz.yaml:7 選択肢に feedback がありません',
  ]);
  expect(await published()).toEqual(before);
});
