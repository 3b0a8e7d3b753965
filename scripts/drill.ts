import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { now } from '~/lib/clock';
import { readEnv } from '~/lib/env.server';
import { drill } from '../server/keeping/drill';

process.umask(0o077);
const { values } = parseArgs({ options: { into: { type: 'string' } } });
const { backup, steps } = await drill({
  into: resolve(values.into ?? readEnv().BACKUP_PATH),
  at: now(),
});
console.log(backup);
for (const { what, ok, found } of steps)
  console.log(`${ok ? 'good' : 'BAD '}  ${what}\n      ${found}`);
process.exitCode = steps.every(({ ok }) => ok) ? 0 : 1;
