import { expect, test } from 'vitest';
import { formTicket, readFormTicket } from './form-ticket.server';
import { clearNote, openNote, sealNote } from './sealed-note.server';

const context = {
  secret: 'x'.repeat(32),
  olderSecrets: [] as string[],
  origin: 'http://localhost:3000',
};
/** After the secret was changed, with and without the old one kept. */
const rotated = {
  ...context,
  secret: 'y'.repeat(32),
  olderSecrets: ['z'.repeat(32), context.secret],
};
const forgotten = { ...context, secret: 'y'.repeat(32) };
const place = { name: 'note', path: '/join' };
const text = 'あさひ つくえ みずうみ りんご はなび';

const asking = (cookie: string) =>
  new Request('http://localhost:3000/join/done', { headers: { Cookie: `a=b; ${cookie}` } });
const sealed = () => sealNote(context, place, { sessionHash: 'mine', text }).split(';')[0]!;
const open = (cookie: string, sessionHash = 'mine', name = 'note') =>
  openNote(asking(cookie), context, { name, sessionHash });

test('a note is read back by the login it was made for, and by no other', () => {
  expect(open(sealed())).toBe(text);
  expect(open(sealed(), 'another')).toBeNull();
  expect(open('')).toBeNull();
});

test('a note cannot be read from its cookie, altered or moved to another place', () => {
  const cookie = sealed();
  expect(Buffer.from(cookie.slice(5), 'base64url').toString('utf8')).not.toContain('あさひ');
  const at = 30;
  const altered = cookie.slice(0, at) + (cookie[at] === 'A' ? 'B' : 'A') + cookie.slice(at + 1);
  expect(open(altered)).toBeNull();
  expect(open(cookie.replace('note=', 'other='), 'mine', 'other')).toBeNull();
});

test('its cookie is for our server and its page only, and goes when it was noted', () => {
  const cookie = sealNote(context, place, { sessionHash: 'mine', text });
  expect(cookie).toMatch(/; Path=\/join; Max-Age=1800; HttpOnly; SameSite=Lax$/);
  const https = { ...context, origin: 'https://a.jp' };
  const secure = sealNote(https, place, { sessionHash: 'mine', text });
  expect(secure).toMatch(/^__Secure-note=.*; Secure$/);
  expect(open(secure.split(';')[0]!)).toBe(text);
  expect(clearNote(https, place)).toMatch(/^__Secure-note=; Path=\/join; Max-Age=0;.*; Secure$/);
  expect(clearNote(context, place)).toMatch(/^note=; Path=\/join; Max-Age=0;/);
});

test('a form ticket names its row; one that was not written here names none', () => {
  const ticket = formTicket(context, 'row-1');
  expect(readFormTicket(context, ticket)).toBe('row-1');
  expect(readFormTicket(context, ticket.replace('row-1', 'row-2'))).toBeNull();
  expect(readFormTicket(forgotten, ticket)).toBeNull();
  for (const none of [undefined, '', '.', 'row-1', 'row-1.あ']) {
    expect(readFormTicket(context, none)).toBeNull();
  }
});

test('a note and a ticket outlive a change of the secret as long as the old one is kept', () => {
  const ticket = formTicket(context, 'row-1');
  const asked = { name: 'note', sessionHash: 'mine' };
  expect(readFormTicket(rotated, ticket)).toBe('row-1');
  expect(openNote(asking(sealed()), rotated, asked)).toBe(text);
  expect(openNote(asking(sealed()), forgotten, asked)).toBeNull();
});
