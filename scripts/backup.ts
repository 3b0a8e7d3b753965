import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { now } from '~/lib/clock';
import { readEnv } from '~/lib/env.server';
import { backUp } from '../server/keeping/back-up';

process.umask(0o077);
const { values } = parseArgs({ options: { into: { type: 'string' }, keep: { type: 'string' } } });
const env = readEnv();
try {
  const { path, removed } = await backUp({
    databasePath: env.DATABASE_PATH,
    contentPath: env.CONTENT_PATH,
    into: resolve(values.into ?? env.BACKUP_PATH),
    keep: Number(values.keep ?? 0),
    at: now(),
  });
  console.log(`backup made and checked: ${path}`);
  for (const name of removed) console.log(`older one removed: ${name}`);
} catch (error) {
  console.error(`No backup was made: ${(error as Error).message}`);
  process.exitCode = 1;
}
