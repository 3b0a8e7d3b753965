import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatRefusal } from './refusal';
import { retentionFile, type Retention } from './retention';
import { normaliseSource, readYaml } from './yaml-source';

/** The retention rules of a content folder. Throws when they cannot be read: nothing is forgotten by rules nobody wrote. */
export async function readRetention(folder: string): Promise<Retention> {
  const file = join(folder, 'retention.yaml');
  const read = readYaml(normaliseSource(await readFile(file, 'utf8')), retentionFile);
  if (read.ok) return read.value;
  throw new Error(read.problems.map((problem) => formatRefusal({ file, ...problem })).join('\n'));
}
