import { expect, test } from 'vitest';
import { continueCodes } from '~/db/schema.server';
import { AT, makeGuest } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { giveContinueCode, readContinueCode } from './continue-code.server';

async function setUp() {
  const store = openTestStore();
  const { id: personId } = await makeGuest(store.read);
  const context = {
    store,
    secret: 'x'.repeat(32),
    olderSecrets: [] as string[],
    clientAddress: '192.0.2.7',
  };
  const given = await giveContinueCode(context, { personId, at: AT });
  return { context, personId, given };
}

test('a code is found however it is typed, and is not in the database', async () => {
  const { context, personId, given } = await setUp();
  const { code } = given;
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  const wide = code.replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const spellings = [code, code.toLowerCase(), wide, ` ${code.slice(0, 4)} - ${code.slice(4)} `];
  for (const typed of [...spellings, code.replaceAll('0', 'O').replaceAll('1', 'l')]) {
    const read = await readContinueCode(context, { typed, at: AT });
    expect(read).toEqual({ ok: true, personId });
  }
  const rows = JSON.stringify(await context.store.read.select().from(continueCodes));
  expect(rows).not.toContain(code);
});

test('a code of another installation, or of another key, is not found', async () => {
  const { context, given } = await setUp();
  const elsewhere = { ...context, secret: 'y'.repeat(32) };
  const read = await readContinueCode(elsewhere, { typed: given.code, at: AT });
  expect(read).toEqual({ ok: false, reason: 'unknown' });
});

test('a code on paper outlives a change of the secret as long as the old one is kept', async () => {
  const { context, personId, given } = await setUp();
  const rotated = { ...context, secret: 'y'.repeat(32), olderSecrets: [context.secret] };
  expect(await readContinueCode(rotated, { typed: given.code, at: AT })).toEqual({
    ok: true,
    personId,
  });
});

test('guessing is slowed down and told when to go on', async () => {
  const { context, given, personId } = await setUp();
  const read = (typed: string, at = AT) => readContinueCode(context, { typed, at });
  for (let i = 0; i < 60; i += 1) {
    expect(await read('00000000')).toMatchObject({ reason: 'unknown' });
  }
  const retryAt = new Date(AT.getTime() + 10 * 60_000);
  expect(await read(given.code)).toEqual({ ok: false, reason: 'slow-down', retryAt });
  expect(await read(given.code, retryAt)).toEqual({ ok: true, personId });
});
