import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { now } from '~/lib/clock';
import { readEnv } from '~/lib/env.server';
import { restore } from '../server/keeping/restore';

process.umask(0o077);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { content: { type: 'boolean', default: false } },
});
const [from] = positionals;
if (!from) {
  console.error('Which backup? npm run restore -- <folder of the backup> [--content]');
  process.exit(1);
}
const env = readEnv();
const restored = await restore({
  from,
  databasePath: env.DATABASE_PATH,
  contentPath: values.content ? env.CONTENT_PATH : null,
  at: now(),
});
if (restored.ok) {
  console.log(`${resolve(env.DATABASE_PATH)} is now the backup of ${restored.manifest.madeAt}`);
  if (values.content) console.log(`${resolve(env.CONTENT_PATH)} came with it`);
  for (const path of restored.putAside) console.log(`put aside: ${path}`);
} else {
  console.error('Nothing was changed. The backup is refused:');
  for (const reason of restored.reasons) console.error(`  - ${reason}`);
  process.exitCode = 1;
}
