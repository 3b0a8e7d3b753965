import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { questionnaireFile } from './questionnaire';
import { readLibrary } from './read-library.server';
import { versionQuestionnaire } from './version-questionnaire.server';

const ITEMS = ['signs', 'notice', 'speak', 'share'].map(
  (id, i) =>
    `  - { id: ${id}, part: ${i === 1 ? 'confidence' : 'knowledge'}, text: ${id} と思う。, easy: ${id}, en: ${id} }`,
);
const FILE = ['code: sample', 'items:', ...ITEMS, ''].join('\n');

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'questionnaire-')), 'content');
  await cp('tests/fixtures/content', folder, { recursive: true });
  await mkdir(join(folder, 'questionnaires'));
  await write(FILE);
  const programme = join(folder, 'programmes/sample.yaml');
  await writeFile(programme, `${await readFile(programme, 'utf8')}questionnaire: sample\n`);
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const write = (text: string, name = 'sample') =>
  writeFile(join(folder, `questionnaires/${name}.yaml`), text);
const reasons = async () =>
  (await readLibrary(folder)).refusals.map(
    ({ file, line, reason }) => `${file.slice(folder.length + 1)}:${line} ${reason}`,
  );

test('takes what a programme asks, with the hash of what is asked', async () => {
  expect(await reasons()).toEqual([]);
  const { questionnaires, programmes } = await readLibrary(folder);
  expect(programmes[0]).toMatchObject({ questionnaire: 'sample' });
  expect(questionnaires).toMatchObject([{ code: 'sample', version: expect.stringMatching(/^[0-9a-f]{12}$/) }]);
});

test.each([
  ['id: speak', 'id: notice', '項目 notice が二つあります'],
  ['speak と思う。', 'notice と思う。', '同じ文の項目があります'],
  ['id: speak', 'id: satisfied', 'この id は、ほかの問いが使っています'],
  ['part: confidence', 'part: attitude', 'part: confidence の項目がありません'],
  ['part: confidence', 'part: feeling', '「part」に使えない値です'],
  [', en: speak', '', '「en」がありません'],
  [`${ITEMS[3]}\n`, '', '「items」が足りません'],
])('refuses %s → %s', async (from, to, reason) => {
  expect(FILE).toContain(from);
  await write(FILE.replace(from, to));
  expect(await reasons()).toContainEqual(expect.stringContaining(reason));
});

test('refuses a name that is not the code, and a programme that asks what is not there', async () => {
  await write(FILE.replace('code: sample', 'code: other'));
  expect(await reasons()).toEqual([
    'questionnaires/sample.yaml:1 code とファイル名が違います',
    expect.stringContaining('問い sample がありません'),
  ]);
});

const item = (id: string, over = {}) => ({
  id,
  part: 'confidence' as const,
  text: `${id}と思う。`,
  easy: id,
  en: id,
  ...over,
});
const version = (items: ReturnType<typeof item>[]) =>
  versionQuestionnaire(questionnaireFile.parse({ code: 'sample', items })).version;

test('other words in the original are another version, other words in an edition are not', () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => item(id));
  const [first, ...rest] = items;
  expect(version([item('a', { easy: 'べつ', en: 'other' }), ...rest])).toBe(version(items));
  expect(version([item('a', { text: 'べつの文。' }), ...rest])).not.toBe(version(items));
  expect(version([...rest, first!])).not.toBe(version(items));
});
