import { expect, test } from 'vitest';
import { asKept, filesOf, hasMedia, readCourse, readPage } from './page-text';

const PAGE = `<!DOCTYPE html><html lang="ja" data-reader="abc_-1" data-text="large"><head>
<link rel="stylesheet" href="/assets/app-1.css"/></head><body>
<section class="x" data-enhance="keep-course" data-title="気づく &amp; &quot;聴く&quot;" data-pages="/courses/a/lessons/b /courses/a/lessons/b/quiz/sheet" data-version="v1"></section>
<img src="/assets/fig.svg" alt=""/><a href="/my">x</a><script type="module" src="/assets/entry.js"></script></body></html>`;

test('a page says whose it is, and whether its device is shared', () => {
  expect(readPage(PAGE)).toMatchObject({ reader: 'abc_-1', isShared: false });
  expect(readPage('<html data-reader="" data-device="shared">')).toMatchObject({
    reader: '',
    isShared: true,
  });
  expect(readPage('<html lang="ja"><p data-reader="x">').reader).toBeNull();
});

test('the page of a course names its lessons and sheets', () => {
  expect(readCourse(PAGE)).toEqual({
    title: '気づく & "聴く"',
    pages: ['/courses/a/lessons/b', '/courses/a/lessons/b/quiz/sheet'],
    version: 'v1',
  });
  expect(readCourse('<p>')).toBeNull();
});

test('files of a page are found once, links to pages are not', () => {
  expect(filesOf(PAGE + PAGE)).toEqual([
    '/assets/app-1.css',
    '/assets/fig.svg',
    '/assets/entry.js',
  ]);
});

test('a kept page says since when', () => {
  expect(asKept('<!DOCTYPE html><html lang="ja">', '2026-01-01')).toContain(
    '<html data-kept="2026-01-01" lang="ja">',
  );
});

test('a page with a film or a sound is told apart', () => {
  expect(hasMedia(PAGE)).toBe(false);
  expect(hasMedia('<figure><video src="/media/a.webm"></video></figure>')).toBe(true);
  expect(hasMedia('<audio src="/media/a.mp3">')).toBe(true);
});
