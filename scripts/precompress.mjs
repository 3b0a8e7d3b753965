import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const WORTH_IT = /\.(js|css|svg|json|txt|html|webmanifest|ttf|otf)$/;
const MIN_BYTES = 512;

/** Writes a brotli and a gzip copy beside every file of the folder that gets smaller by it. */
export async function precompress(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && WORTH_IT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(
    files.map(async (file) => {
      const body = readFileSync(file);
      if (body.length < MIN_BYTES) return;
      const copies = {
        br: await promisify(brotliCompress)(body, {
          params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
        }),
        gz: await promisify(gzip)(body, { level: 9 }),
      };
      for (const [ending, copy] of Object.entries(copies)) {
        if (copy.length < body.length * 0.95) writeFileSync(`${file}.${ending}`, copy);
      }
    }),
  );
}
