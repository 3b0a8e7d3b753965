import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { LessonFiles } from '../app/content/library';
import { keepMedia, mediaFolderOf } from './keep-media';
import { mediaFiles } from './media-files';

const HASH = 'a1'.repeat(32);
const ADDRESS = `/media/${HASH}.webm`;

async function published() {
  const place = mkdtempSync(join(tmpdir(), 'media-'));
  const path = join(place, 'film.webm');
  writeFileSync(path, '0123456789');
  const folder = mediaFolderOf(join(place, 'live.db'));
  const lesson = { media: [{ name: 'film.webm', path, hash: HASH }] } as LessonFiles;
  await keepMedia([lesson], folder);
  const app = new Hono();
  app.use('/media/*', mediaFiles(folder));
  return { place, path, folder, lesson, app };
}

test('a published film goes on playing when its file is gone', async () => {
  const { path, folder, lesson, app } = await published();
  rmSync(path);
  const answer = await app.request(ADDRESS);
  expect(await answer.text()).toBe('0123456789');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'video/webm',
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  await keepMedia([lesson], folder);
  expect(readdirSync(folder)).toEqual([`${HASH}.webm`]);
});

test('a player may ask for a part, and for no part that is not there', async () => {
  const { app } = await published();
  const part = await app.request(ADDRESS, { headers: { Range: 'bytes=2-4' } });
  expect([part.status, await part.text()]).toEqual([206, '234']);
  expect(part.headers.get('content-range')).toBe('bytes 2-4/10');
  const last = await app.request(ADDRESS, { headers: { Range: 'bytes=-2' } });
  expect([last.status, await last.text()]).toEqual([206, '89']);
  const beyond = await app.request(ADDRESS, { headers: { Range: 'bytes=50-' } });
  expect(beyond.status).toBe(416);
});

test.each([
  `/media/${HASH}.mp4`,
  `/media/${HASH}.webm.coming`,
  '/media/film.webm',
  '/media/..%2flive.db',
  '/media/%2e%2e/live.db',
])('what is not published is not there: %s', async (address) => {
  const { app, place } = await published();
  writeFileSync(join(place, 'live.db'), 'names');
  expect(existsSync(join(place, 'live.db'))).toBe(true);
  const answer = await app.request(address);
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain('names');
});
