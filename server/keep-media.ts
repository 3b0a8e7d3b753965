import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { LessonFiles } from '../app/content/library';

/** Beside the database, with which it is backed up. */
export function mediaFolderOf(databasePath: string): string {
  return join(dirname(databasePath), 'media');
}

/**
 * Keeps the films and sounds of lessons under their hash. Nothing is ever taken away, so that a version
 * published before goes on playing whatever becomes of the author's file.
 */
export async function keepMedia(lessons: LessonFiles[], folder: string): Promise<void> {
  for (const { name, path, hash } of lessons.flatMap(({ media }) => media)) {
    const place = join(folder, hash + extname(name));
    if (existsSync(place)) continue;
    await mkdir(folder, { recursive: true });
    await copyFile(path, `${place}.coming`);
    await rename(`${place}.coming`, place);
  }
}
