import { existsSync } from 'node:fs';
import { cp, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { copyDatabase, fileDigest, findDamage } from '../../app/db/copy-file.server';
import { countMigrations } from '../../app/db/migrate.server';
import { openStore } from '../../app/db/store.server';
import { CONTENT_NAME, DATABASE_NAME, MANIFEST_NAME, MEDIA_NAME, newManifest } from './manifest';
import { mediaFolderOf } from '../keep-media';
import { findMonthFigures, lastMonth } from './month-figures';

export type BackUp = {
  databasePath: string;
  contentPath: string;
  /** Where the backups stand side by side, one folder each. */
  into: string;
  /** How many are kept, this one included; 0 keeps all. */
  keep: number;
  at: Date;
};

export class BackupRefused extends Error {}

const NAME = /^tsunagu-\d{8}T\d{6}Z$/;

/** Names of the whole backups in a folder, the oldest first. */
export async function findBackups(into: string): Promise<string[]> {
  const names = await readdir(into).catch(() => []);
  return names.filter((name) => NAME.test(name)).sort();
}

/**
 * Copies the database, in use or not, and the content into a folder of their own with a checksum of
 * every file. It gets its name only when it is whole and checked. Gives its path.
 */
export async function backUp(input: BackUp): Promise<{ path: string; removed: string[] }> {
  const { databasePath, contentPath, at } = input;
  if (!existsSync(databasePath)) throw new BackupRefused(`${resolve(databasePath)} is not there`);
  const into = resolve(input.into);
  const name = `tsunagu-${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const making = join(into, `${name}.making`);
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true, mode: 0o700 });
  try {
    const copy = join(making, DATABASE_NAME);
    await copyDatabase(resolve(databasePath), copy);
    const damage = findDamage(copy);
    if (damage.length > 0) throw new BackupRefused(`the copy is damaged: ${damage.join('; ')}`);
    await cp(resolve(contentPath), join(making, CONTENT_NAME), { recursive: true });
    const media = mediaFolderOf(resolve(databasePath));
    if (existsSync(media)) await cp(media, join(making, MEDIA_NAME), { recursive: true });
    const manifest = newManifest({
      madeAt: at.toISOString(),
      schemaVersion: countMigrations(copy),
      lastMonth: await figuresOf(copy, at),
      files: await describeFiles(making),
    });
    await writeFile(join(making, MANIFEST_NAME), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
    });
    await syncToDisk(making);
    await rename(making, join(into, name));
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
  return { path: join(into, name), removed: await removeOld(into, input.keep) };
}

async function figuresOf(path: string, at: Date) {
  const store = openStore(path);
  try {
    return await findMonthFigures(store.read, lastMonth(at));
  } finally {
    store.close();
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Size and checksum of every file but the manifest. */
export async function describeFiles(folder: string) {
  const files: Record<string, { bytes: number; sha256: string }> = {};
  for (const file of (await filesIn(folder)).sort()) {
    if (file === MANIFEST_NAME || /-(wal|shm)$/.test(file)) continue;
    const { size } = await stat(join(folder, file));
    files[file] = { bytes: size, sha256: await fileDigest(join(folder, file)) };
  }
  return files;
}

/** Nothing has its name before it lies on the disk. */
async function syncToDisk(folder: string): Promise<void> {
  for (const file of await filesIn(folder)) {
    const handle = await open(join(folder, file), 'r');
    await handle.sync();
    await handle.close();
  }
}

async function removeOld(into: string, keep: number): Promise<string[]> {
  if (keep === 0) return [];
  const old = (await findBackups(into)).slice(0, -keep);
  for (const name of old) await rm(join(into, name), { recursive: true });
  return old;
}
