import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { TokenizerBuilder } from '@patdx/kuromoji';
import type { Tokenize } from './furigana';

const unzip = promisify(gunzip);

/** Reads the dictionary from disk (about half a second): ask once. */
export async function loadDictionary(): Promise<Tokenize> {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@patdx/kuromoji/node')),
    '../dict',
  );
  const tokenizer = await new TokenizerBuilder({
    loader: {
      async loadArrayBuffer(name: string) {
        return new Uint8Array(await unzip(await readFile(join(folder, name)))).buffer;
      },
    },
  }).build();
  return (text) =>
    tokenizer
      .tokenize(text)
      .map(({ surface_form, reading }) => ({ surface: surface_form, reading }));
}
