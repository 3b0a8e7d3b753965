import { createTransport } from 'nodemailer';
import type { Store } from '../app/db/store.server';
import { findSpecimenMode } from '../app/domain/certificates/find-specimen-mode.server';
import { emptyMail } from '../app/domain/mail/empty-mail.server';
import { findMail, type Mail } from '../app/domain/mail/find-mail.server';
import { markSent } from '../app/domain/mail/mark-sent.server';
import { NO_MAIL } from '../app/domain/mail/no-mail';
import { now } from '../app/lib/clock';
import { readEnv, type Env } from '../app/lib/env.server';

export type MailSettings = Pick<Env, 'SMTP_URL' | 'MAIL_FROM'>;

const ANSWER_MS = 15_000;

/** How mail leaves: by SMTP, into the page of a demo that shows it, or not at all. */
export function mailWay({ SMTP_URL }: MailSettings, demo: boolean): 'smtp' | 'mailbox' | 'none' {
  if (SMTP_URL) return 'smtp';
  return demo ? 'mailbox' : 'none';
}

/**
 * Sends one mail. A worker that dies between the sending and the marking sends it again, under the same
 * Message-ID, by which mailboxes know it for the same mail.
 */
export async function sendMail(
  store: Store,
  payload: Record<string, unknown>,
  settings: MailSettings = readEnv(),
): Promise<string> {
  const id = String(payload.id);
  const mail = await findMail(store.read, { id });
  if (!mail || mail.sentAt) return 'nothing to send';
  if (
    mail.kind === NO_MAIL.kind ||
    (payload.uselessAt && now() >= new Date(`${payload.uselessAt}`))
  ) {
    await store.tx((db) => emptyMail(db, { id }));
    return 'not sent';
  }
  const way = mailWay(settings, await findSpecimenMode(store.read));
  if (way === 'mailbox') return 'left in the mailbox of the demo';
  if (way === 'none') throw new Error('mail is not set up: SMTP_URL is missing');
  await post(mail, settings);
  await store.tx((db) => markSent(db, { id, at: now() }));
  return 'sent';
}

function domainOf(from: string): string {
  return from.slice(from.lastIndexOf('@') + 1).replace(/[>\s]/g, '');
}

const THIS_MACHINE = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Mail holds links that open an account, so it goes to another machine only over TLS: from the start
 * (smtps) or from the first word on (STARTTLS). A mail server that knows neither is told of in SMTP_URL
 * by `?requireTLS=false`.
 */
export function asksForTls(smtpUrl: string): boolean {
  return !THIS_MACHINE.test(new URL(smtpUrl).hostname);
}

async function post(mail: Mail, { SMTP_URL, MAIL_FROM }: MailSettings): Promise<void> {
  const transport = createTransport({
    url: SMTP_URL,
    requireTLS: asksForTls(SMTP_URL!),
    connectionTimeout: ANSWER_MS,
    greetingTimeout: ANSWER_MS,
    socketTimeout: ANSWER_MS * 4,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: MAIL_FROM,
      to: { name: '', address: mail.toAddress },
      subject: mail.subject,
      text: mail.body,
      date: mail.createdAt,
      messageId: `<${mail.id}@${domainOf(MAIL_FROM!)}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        // One click in the mail program ends such mails (RFC 8058).
        ...(mail.stopUrl && {
          'List-Unsubscribe': `<${mail.stopUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    });
  } catch (error) {
    // What a mail server answers repeats the address, which has no place in a log.
    const { code, command, responseCode } = error as Record<string, unknown>;
    throw new Error(`the mail was not taken: ${[code, command, responseCode].join(' ')}`);
  } finally {
    transport.close();
  }
}
