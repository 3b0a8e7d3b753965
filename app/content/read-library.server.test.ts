import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLibrary } from './read-library.server';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'content-')), 'content');
  await cp('tests/fixtures/content', folder, { recursive: true });
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const lessonFolder = (name: string) => join(folder, 'courses/first', name);
async function edit(path: string, from: string, to: string) {
  const text = await readFile(join(folder, path), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(folder, path), text.replace(from, to));
}
async function reasons() {
  return (await readLibrary(folder)).refusals.map(
    ({ file, line, reason }) => `${file.slice(folder.length + 1)}:${line} ${reason}`,
  );
}

test('reads programmes, courses with their lessons in order, and help lines', async () => {
  const library = await readLibrary(folder);
  expect(library.refusals).toEqual([]);
  expect(library.programmes).toMatchObject([
    { code: 'sample', completion: { rightShare: 0.6 }, live: { required: false } },
  ]);
  expect(library.courses).toMatchObject([
    { slug: 'first', programmeCode: 'sample', lessons: [{ slug: 'kizuku' }, { slug: 'koe' }] },
  ]);
  expect(library.directory).toMatchObject([
    { id: 'sample-line', number: '0120-000-000', lastChecked: '2026-11-01' },
  ]);
});

test('refuses a lesson that is listed but missing, with the line of the list', async () => {
  await rm(lessonFolder('koe'), { recursive: true });
  expect(await reasons()).toEqual(['courses/first/course.yaml:7 課 koe のフォルダーがありません']);
});

test('refuses a lesson folder that is not listed', async () => {
  await cp(lessonFolder('koe'), lessonFolder('hoka'), { recursive: true });
  expect(await reasons()).toEqual(['courses/first/hoka:1 course.yaml の lessons にない課です']);
});

test('refuses two lessons of one id', async () => {
  await edit('courses/first/koe/lesson.mdx', '8f12', '8f11');
  expect(await reasons()).toEqual([expect.stringContaining('と同じです')]);
});

test('refuses a course that stands in no part of its programme, or is longer than its part', async () => {
  await edit('programmes/sample.yaml', 'courses: [first]', 'courses: [second]');
  expect(await reasons()).toEqual([
    'courses/first/course.yaml:1 プログラム sample のどの部分にもない講座です',
  ]);
  await edit('programmes/sample.yaml', 'courses: [second]', 'courses: [first]');
  await edit('courses/first/course.yaml', 'minutes: 10', 'minutes: 11');
  expect(await reasons()).toEqual([
    'courses/first/course.yaml:1 講座は 11 分、プログラムの「見本」は 10 分です',
  ]);
});

test('refuses a course of no programme, and a programme whose file has another name', async () => {
  await edit('programmes/sample.yaml', 'code: sample', 'code: other');
  expect(await reasons()).toEqual([
    'programmes/sample.yaml:1 code とファイル名が違います',
    'courses/first/course.yaml:1 プログラム sample がありません',
  ]);
});

test('refuses files it does not know', async () => {
  await writeFile(join(lessonFolder('koe'), 'script.js'), '');
  await writeFile(join(folder, 'directory/notes.txt'), '');
  expect(await reasons()).toEqual([
    'directory/notes.txt:1 ここに置けないファイルです',
    'courses/first/koe/script.js:1 ここに置けないファイルです',
  ]);
});

test('refuses links that would draw in other files', async () => {
  await symlink('/etc/hostname', join(lessonFolder('koe'), 'notes.mdx'));
  expect(await reasons()).toEqual(['courses/first/koe/notes.mdx:1 ふつうのファイルではありません']);
});

test('refuses pictures that are not what their name says', async () => {
  await mkdir(join(lessonFolder('koe'), 'images'));
  await writeFile(join(lessonFolder('koe'), 'images/road.png'), '<svg onload="a"/>');
  await writeFile(join(lessonFolder('koe'), 'images/road.svg'), '<svg/>');
  await writeFile(
    join(lessonFolder('koe'), 'images/licences.yaml'),
    'road.png: { licence: 自作, by: つなぐ }\nroad.svg: { licence: 自作, by: つなぐ }\n',
  );
  expect(await reasons()).toEqual([
    'courses/first/koe/images/road.png:1 名前と中身の種類が違います',
    'courses/first/koe/images/road.svg:1 使える画像は png・jpg・webp で、名前は英数字だけです',
  ]);
});

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

test('refuses a picture without its licence, and a licence without its picture', async () => {
  const images = join(lessonFolder('koe'), 'images');
  await mkdir(images);
  await writeFile(join(images, 'road.png'), PNG);
  const missing = 'courses/first/koe/images/road.png:1 画像の利用条件が licences.yaml にありません';
  expect(await reasons()).toEqual([missing]);

  const licences = join(images, 'licences.yaml');
  await writeFile(licences, 'road.png: { licence: CC BY 4.0, by: 見本の人 }\n');
  expect(await reasons()).toEqual([]);
  await writeFile(licences, 'road.png: { licence: 自作 }\n');
  expect(await reasons()).toContainEqual(expect.stringContaining('licences.yaml:1'));
  await writeFile(
    licences,
    'road.png: { licence: 自作, by: 見本 }\nsea.png: { licence: 自作, by: 見本 }\n',
  );
  expect(await reasons()).toEqual([
    'courses/first/koe/images/licences.yaml:2 画像 sea.png がありません',
  ]);
});

test('takes films, sounds and captions that are what their name says and stand in the text', async () => {
  const media = join(lessonFolder('koe'), 'media');
  await mkdir(media);
  await writeFile(join(media, 'a.webm'), Buffer.from('1a45dfa301000000', 'hex'));
  await writeFile(join(media, 'a.vtt'), 'WEBVTT\n\n00:00.000 --> 00:02.000\nこんにちは。\n');
  expect(await reasons()).toEqual([
    'courses/first/koe/media/a.vtt:1 本文のどこにも置かれていません',
    'courses/first/koe/media/a.webm:1 本文のどこにも置かれていません',
  ]);

  const text = await readFile(join(lessonFolder('koe'), 'lesson.mdx'), 'utf8');
  const film = '<Video src="media/a.webm" captions="media/a.vtt" title="道" licence="自作">';
  await writeFile(
    join(lessonFolder('koe'), 'lesson.mdx'),
    `${text}\n\n${film}\n\n道が見えます。\n\n</Video>\n`,
  );
  expect(await reasons()).toEqual([]);

  await writeFile(join(media, 'a.webm'), '<script>');
  await writeFile(join(media, 'a.vtt'), 'こんにちは。\n');
  await writeFile(join(media, 'b.exe'), 'MZ');
  expect(await reasons()).toEqual([
    'courses/first/koe/media/a.vtt:1 一行目が WEBVTT ではありません',
    'courses/first/koe/media/a.webm:1 名前と中身の種類が違います',
    'courses/first/koe/media/b.exe:1 使えるのは mp4・webm・mp3・m4a と字幕の vtt で、名前は英数字だけです',
  ]);
});

test.each([
  ['feedback: 心配は伝わります。', 'right: false', 7, '選択肢に feedback がありません'],
  [
    'feedback: 心配は伝わります。',
    'feedback: 心配は伝わります。, right: true',
    5,
    '当てはまるものが 2 つあります',
  ],
  [
    'feedback: もう一歩です。',
    'feedback: もう一歩です。, right: true',
    11,
    'すべてが当てはまる問いになっています',
  ],
  ['- id: q2', '- id: q1', 8, '問い q1 が二つあります'],
  ['{ id: b, text: 本当に？', '{ id: a, text: 本当に？', 7, '選択肢 a が二つあります'],
  [
    '- { id: a, text: 気づく }',
    '- { id: a, text: 気づく, right: true }',
    26,
    '並べる問いの選択肢に right は書けません',
  ],
  ['    feedback: この順が自然です。\n', '', 21, '並べる問いに feedback がありません'],
  ['kind: true-false', 'kind: yes-no', 16, '「kind」に使えない値です'],
  ['text: 休んでもよい。', 'text: 休んでも{よい}。', 17, '{ } の書き方が読めません'],
  [
    'text: 休んでもよい。',
    'text: <b>休んで</b>もよい。',
    17,
    'ここに書けるのは文字とふりがなだけです',
  ],
])('refuses questions: %s → %s', async (from, to, line, reason) => {
  await edit('courses/first/koe/quiz.yaml', from, to);
  expect(await reasons()).toEqual([`courses/first/koe/quiz.yaml:${line} ${reason}`]);
});

test('refuses a help line without number or address, and a day that is none', async () => {
  await edit('directory/line.yaml', 'number: "0120-000-000"\n', '');
  expect(await reasons()).toEqual(['directory/line.yaml:1 番号も住所もありません']);
  await edit('directory/line.yaml', '2026-11-01', '2026-02-31');
  expect(await reasons()).toContain('directory/line.yaml:10 日付ではありません');
});

test('takes a folder that is not a whole library: courses and single lessons wherever they lie', async () => {
  const course = await readLibrary(join(folder, 'courses/first'));
  expect(course.refusals).toEqual([]);
  expect(course.courses.map(({ slug }) => slug)).toEqual(['first']);

  const lesson = await readLibrary(lessonFolder('koe'));
  expect(lesson.refusals).toEqual([]);
  expect(lesson.courses[0]?.lessons.map(({ slug }) => slug)).toEqual(['koe']);

  await mkdir(join(folder, 'empty'));
  expect((await readLibrary(join(folder, 'empty'))).refusals.map(({ reason }) => reason)).toEqual([
    '課のファイルが見つかりません',
  ]);
});
