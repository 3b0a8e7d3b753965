import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '~/db/store.server';
import { giveFirstOperator } from '~/flows/give-first-operator.server';
import { now } from '~/lib/clock';
import { readEnv } from '~/lib/env.server';

const REFUSALS = {
  'mistyped-number': 'that is no 受講番号: twelve digits, as on the page after signing up.',
  unknown: 'nobody has this 受講番号 here. Sign up on the site first, then give the number.',
  'has-it': 'she is an operator already.',
};

process.umask(0o077);
const { values } = parseArgs({ options: { number: { type: 'string' } } });
const path = resolve(readEnv().DATABASE_PATH);
if (!values.number) refuse('say whom: npm run operator -- --number <受講番号>');
if (!existsSync(path)) refuse(`${path} is not there. Start the service once: npm run serve`);

const store = openStore(path);
try {
  const given = await giveFirstOperator(store, { number: values.number, at: now() });
  if (!given.ok) refuse(REFUSALS[given.reason]);
  console.log(
    `Given: the role of the operator, without an end, to the person with the number ${given.number}.\n` +
      'It is written in the audit log. When she signs in next, she sets up her second factor; then she\n' +
      'invites everybody else at /staff.',
  );
} finally {
  store.close();
}

function refuse(words: string): never {
  console.error(`No role was given: ${words}`);
  process.exit(1);
}
