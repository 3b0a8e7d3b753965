import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editionOf } from '~/content/edition';
import { stamp } from '~/content/stamp.server';

/** Lays the sample editions over the sample course in `folder`, made from its texts as they stand. */
export async function addEditions(folder: string): Promise<void> {
  await cp('tests/fixtures/editions', join(folder, 'courses'), { recursive: true });
  await stampAll(join(folder, 'courses'), false);
}

export async function stampAll(folder: string, all: boolean): Promise<string[]> {
  const states: string[] = [];
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const found = editionOf(join(folder, name));
    if (!found) continue;
    const text = await readFile(join(folder, name), 'utf8');
    const stamped = stamp(text, await readFile(found.original, 'utf8'), { all });
    if (stamped.state === 'stamped') await writeFile(join(folder, name), stamped.text);
    states.push(`${name} ${stamped.state}`);
  }
  return states;
}
