import { createServer, type AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { jobs, mails, settings } from '~/db/schema.server';
import { queueMail } from '~/flows/queue-mail.server';
import { readWord } from '~/lib/reading-signs';
import { openTestStore } from '../tests/test-store';
import { asksForTls, mailWay, sendMail } from './send-mail';
import { workOnce } from './worker';

const log = pino({ level: 'silent' });
const FROM = 'つなぐ <no-reply@city.example.jp>';
const AT = new Date();

type Taken = { from: string; to: string[]; raw: string };

/** A mail server on this machine; `refuse` is what it answers to an address, `starttls` offers TLS with a certificate of its own making. */
async function startMailServer({ refuse, starttls }: { refuse?: string; starttls?: boolean } = {}) {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: starttls ? [] : ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(refuse ? Object.assign(new Error(refuse), { responseCode: 550 }) : undefined),
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString('latin1')));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        taken.push({ from, to: rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { taken, SMTP_URL: `smtp://127.0.0.1:${port}` };
}

async function unusedUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `smtp://127.0.0.1:${port}`;
}

const letter = {
  kind: 'magic-link',
  to: 'hanako@example.jp',
  subject: '𠮷野家町 髙﨑様へ：ログイン用のリンク',
  body: 'こんにちは。\nhttps://tsunagu.example.jp/sign-in/link/abc\n.\n𠮷',
  at: AT,
};

/** The text of a header as it is read, unfolded and decoded. */
function header(raw: string, name: string): string {
  const unfolded = raw.split('\r\n\r\n')[0]!.replace(/\r\n[ \t]+/g, ' ');
  const line = unfolded.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name}:`));
  return (line ?? '')
    .slice(name.length + 1)
    .trim()
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, text) => Buffer.from(text, 'base64').toString())
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, text: string) => {
      const bytes = text.replace(/_/g, ' ').replace(/=(..)/g, (_all, hex) => `%${hex}`);
      return decodeURIComponent(bytes);
    });
}

function text(raw: string): string {
  const [head, ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(head!)) return Buffer.from(body, 'base64').toString();
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, '%$1');
  return decodeURIComponent(bytes).replace(/\r\n/g, '\n');
}

test('a mail arrives as it was written, and its text is not kept', async () => {
  const { taken, SMTP_URL } = await startMailServer();
  const store = openTestStore();
  const { id } = await store.tx((db) => queueMail(db, letter));
  expect(await sendMail(store, { id }, { SMTP_URL, MAIL_FROM: FROM })).toBe('sent');

  const [mail] = taken;
  expect(mail).toMatchObject({ from: 'no-reply@city.example.jp', to: ['hanako@example.jp'] });
  expect(header(mail!.raw, 'subject')).toBe(letter.subject);
  expect(header(mail!.raw, 'from')).toContain('つなぐ');
  expect(header(mail!.raw, 'message-id')).toBe(`<${id}@city.example.jp>`);
  expect(text(mail!.raw).replace(/\r\n/g, '\n').trim()).toBe(letter.body);
  const [row] = await store.read.select().from(mails);
  expect(row).toMatchObject({ body: '', sentAt: expect.any(Date) });
  expect(await sendMail(store, { id }, { SMTP_URL, MAIL_FROM: FROM })).toBe('nothing to send');
  expect(taken).toHaveLength(1);
});

test('a mail says its words without the readings of the page that sent it', async () => {
  const store = openTestStore();
  const subject = readWord('確認', 'かくにん');
  const { id } = await store.tx((db) =>
    queueMail(db, { ...letter, subject, body: `${subject}です` }),
  );
  const [row] = await store.read.select().from(mails).where(eq(mails.id, id));
  expect(row).toMatchObject({ subject: '確認', body: '確認です' });
});

test('nobody writes another line into the head through a subject, and an address is one address', async () => {
  const { taken, SMTP_URL } = await startMailServer();
  const store = openTestStore();
  const subject = `山田\r\nBcc: evil@example.jp\n\u2028X-Evil: 1${'とても長い名前'.repeat(60)}`;
  const { id } = await store.tx((db) => queueMail(db, { ...letter, subject }));
  await sendMail(store, { id }, { SMTP_URL, MAIL_FROM: FROM });
  expect(taken[0]!.to).toEqual(['hanako@example.jp']);
  expect(header(taken[0]!.raw, 'bcc')).toBe('');
  expect(header(taken[0]!.raw, 'x-evil')).toBe('');
  expect(header(taken[0]!.raw, 'subject')).toContain('とても長い名前');

  for (const to of [
    'a@example.jp,b@example.jp',
    'a@example.jp\r\nBcc: b@example.jp',
    'a <b@example.jp>',
    'a@b@example.jp',
    '',
  ]) {
    await expect(store.tx((db) => queueMail(db, { ...letter, to }))).rejects.toThrow('address');
  }
});

test('with the mail server away nothing is lost: the mail waits and is sent when it is back', async () => {
  const store = openTestStore();
  const { id } = await store.tx((db) => queueMail(db, letter));
  const down = { SMTP_URL: await unusedUrl(), MAIL_FROM: FROM };
  const parts = (given: typeof down) => ({
    store,
    log,
    nightly: [],
    handlers: { mail: (s: typeof store, payload: object) => sendMail(s, { ...payload }, given) },
  });
  expect(await workOnce(parts(down))).toBe(true);
  const [job] = await store.read.select().from(jobs);
  expect(job).toMatchObject({ doneAt: null, gaveUpAt: null, attempts: 1, lockedUntil: null });
  expect(job!.runAt.getTime()).toBeGreaterThan(AT.getTime());
  expect((await store.read.select().from(mails))[0]).toMatchObject({ body: letter.body });

  const { taken, SMTP_URL } = await startMailServer();
  await store.tx((db) => db.update(jobs).set({ runAt: AT }).where(eq(jobs.id, job!.id)));
  expect(await workOnce(parts({ SMTP_URL, MAIL_FROM: FROM }))).toBe(true);
  expect(taken).toHaveLength(1);
  expect(taken[0]!.raw).toContain(`<${id}@`);
  expect((await store.read.select().from(jobs))[0]!.doneAt).not.toBeNull();
});

test('mail goes to another machine only over TLS, and to one that shows a good certificate', async () => {
  expect(['localhost', '127.0.0.1:25', '[::1]:25'].map((at) => asksForTls(`smtp://${at}`))).toEqual(
    [false, false, false],
  );
  expect(
    ['mail.city.example.jp', '192.0.2.1', 'localhost.example.jp'].map((at) =>
      asksForTls(`smtp://u:p@${at}:587`),
    ),
  ).toEqual([true, true, true]);

  const store = openTestStore();
  const plain = await startMailServer();
  const ownCertificate = await startMailServer({ starttls: true });
  for (const { taken, SMTP_URL } of [plain, ownCertificate]) {
    const { id } = await store.tx((db) => queueMail(db, letter));
    const settings = { SMTP_URL: `${SMTP_URL}?requireTLS=true`, MAIL_FROM: FROM };
    await expect(sendMail(store, { id }, settings)).rejects.toThrow('not taken');
    expect(taken).toEqual([]);
  }
});

test('a worker that died after the sending sends again under the same Message-ID', async () => {
  const { taken, SMTP_URL } = await startMailServer();
  const store = openTestStore();
  const { id } = await store.tx((db) => queueMail(db, letter));
  await sendMail(store, { id }, { SMTP_URL, MAIL_FROM: FROM });
  await store.tx((db) => db.update(mails).set({ sentAt: null, body: letter.body }));
  await sendMail(store, { id }, { SMTP_URL, MAIL_FROM: FROM });
  const ids = taken.map(({ raw }) => header(raw, 'message-id'));
  expect(ids).toEqual([ids[0], ids[0]]);
});

test('what a mail server refuses is told without the address', async () => {
  const { SMTP_URL } = await startMailServer({ refuse: 'no hanako@example.jp here' });
  const store = openTestStore();
  const { id } = await store.tx((db) => queueMail(db, letter));
  const refused = await sendMail(store, { id }, { SMTP_URL, MAIL_FROM: FROM }).catch(String);
  expect(refused).toContain('550');
  expect(refused).not.toContain('hanako');
});

test('a mail that has become useless is emptied and not sent', async () => {
  const { taken, SMTP_URL } = await startMailServer();
  const store = openTestStore();
  const { id } = await store.tx((db) => queueMail(db, { ...letter, uselessAt: AT }));
  const [job] = await store.read.select().from(jobs);
  expect(await sendMail(store, job!.payload, { SMTP_URL, MAIL_FROM: FROM })).toBe('not sent');
  expect(taken).toEqual([]);
  expect((await store.read.select().from(mails))[0]).toMatchObject({ id, body: '', sentAt: null });
});

test('without a mail server a demo keeps its mail to be read, and a service asks again later', async () => {
  expect(mailWay({ SMTP_URL: 'smtp://mail' }, true)).toBe('smtp');
  expect(mailWay({}, true)).toBe('mailbox');
  expect(mailWay({}, false)).toBe('none');
  const store = openTestStore();
  const { id } = await store.tx((db) => queueMail(db, letter));
  await expect(sendMail(store, { id }, {})).rejects.toThrow('SMTP_URL');
  await store.tx((db) => db.insert(settings).values({ key: 'demo', value: 'on', changedAt: AT }));
  expect(await sendMail(store, { id }, {})).toContain('mailbox');
  expect((await store.read.select().from(mails))[0]).toMatchObject({ body: letter.body });
});

test('nothing is left of a mail whose deed was undone', async () => {
  const store = openTestStore();
  const undone = store.tx(async (db) => {
    await queueMail(db, letter);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await store.read.select().from(mails)).toEqual([]);
  expect(await store.read.select().from(jobs)).toEqual([]);
});
