import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isInUse } from '../../app/db/copy-file.server';
import { checkBackup } from './check-backup';
import { mediaFolderOf } from '../keep-media';
import { CONTENT_NAME, DATABASE_NAME, MEDIA_NAME, type Manifest } from './manifest';

export type Restore = {
  /** The folder of one backup. */
  from: string;
  databasePath: string;
  /** Null leaves the content as it is. */
  contentPath: string | null;
  at: Date;
};

export type Restored =
  { ok: true; manifest: Manifest; putAside: string[] } | { ok: false; reasons: string[] };

/**
 * Puts a backup in the place of the database (and of the content). What stood there is put aside with
 * the time in its name, never deleted. Refuses a damaged or newer backup, and a database in use.
 */
export async function restore(input: Restore): Promise<Restored> {
  const from = resolve(input.from);
  const checked = await checkBackup(from);
  if (!checked.ok) return checked;
  const path = resolve(input.databasePath);
  if (existsSync(path) && isInUse(path)) {
    return { ok: false, reasons: [`${path} is in use: stop the service first.`] };
  }
  const ending = `.before-restore-${input.at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const contentPath = input.contentPath && resolve(input.contentPath);

  // Beside their places first: a copy that does not fit the disk leaves everything as it is.
  const coming: [string, string][] = [[join(from, DATABASE_NAME), path]];
  if (contentPath) coming.push([join(from, CONTENT_NAME), contentPath]);
  try {
    await bringMedia(join(from, MEDIA_NAME), mediaFolderOf(path));
    for (const [source, place] of coming) {
      await mkdir(dirname(place), { recursive: true });
      await rm(`${place}.coming`, { recursive: true, force: true });
      await cp(source, `${place}.coming`, { recursive: true });
    }
  } catch (error) {
    for (const [, place] of coming) await rm(`${place}.coming`, { recursive: true, force: true });
    throw error;
  }

  const putAside: string[] = [];
  for (const place of [path, `${path}-wal`, `${path}-shm`, ...(contentPath ? [contentPath] : [])]) {
    if (!existsSync(place)) continue;
    await rename(place, place + ending);
    putAside.push(place + ending);
  }
  for (const [, place] of coming) await rename(`${place}.coming`, place);
  return { ok: true, manifest: checked.manifest, putAside };
}

/** Films and sounds lie under their hash, so those that are there already are the same ones. */
async function bringMedia(source: string, place: string): Promise<void> {
  if (existsSync(source)) await cp(source, place, { recursive: true, force: false });
}
