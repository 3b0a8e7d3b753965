import { randomBytes } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { sha256 } from '~/auth/digest.server';
import { tryKey } from '~/auth/try-key.server';
import { keepOneTimeToken } from '~/domain/entry/keep-one-time-token.server';
import { isMailAddress } from '~/domain/mail/is-mail-address';
import { NO_MAIL } from '~/domain/mail/no-mail';
import { countTry } from '~/domain/operation/count-try.server';
import { findPeopleOfEmail } from '~/domain/people/find-people-of-email.server';
import { foldEmail } from '~/domain/people/fold-email';
import { formatTime } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { queueMail } from './queue-mail.server';

export const LINK_MINUTES = 10;

const WINDOW_SECONDS = 15 * 60;
const LINKS_OF_MAILBOX = 3;
/** A whole hall may sit behind one address. */
const LINKS_OF_ADDRESS = 60;

type LinkContext = Pick<AppLoadContext, 'store' | 'secret' | 'clientAddress' | 'origin'>;

export type AskedMagicLink = { ok: true } | { ok: false; retryAt: Date };

/**
 * Sends a link to sign in with to whoever has an account under this address. Neither the answer nor the
 * time it takes tells whether there is one: the same rows are written for nobody.
 */
export async function askMagicLink(
  context: LinkContext,
  { email, to = null, at }: { email: string; to?: string | null; at: Date },
): Promise<AskedMagicLink> {
  const emailKey = foldEmail(email);
  const limits = [
    { key: tryKey(context, 'link address', context.clientAddress), limit: LINKS_OF_ADDRESS },
    { key: tryKey(context, 'link mailbox', emailKey), limit: LINKS_OF_MAILBOX },
  ];
  for (const limit of limits) {
    const counted = await context.store.tx((db) =>
      countTry(db, { ...limit, windowSeconds: WINDOW_SECONDS, at }),
    );
    if (!counted.ok) return { ok: false, retryAt: counted.retryAt };
  }

  const token = randomBytes(32).toString('hex');
  const expiresAt = new Date(at.getTime() + LINK_MINUTES * 60_000);
  const letter = {
    kind: 'magic-link',
    subject: m.letters_link_subject(),
    body: m.letters_link_body({
      service: context.origin,
      link: `${context.origin}/sign-in/link/${token}`,
      time: formatTime(expiresAt),
    }),
  };
  await context.store.tx(async (db) => {
    // To the address as it was registered: one that only folds to the same may be somebody else's.
    const [first] = await findPeopleOfEmail(db, { emailKey });
    const isFor = first && isMailAddress(first.email) ? first : null;
    await keepOneTimeToken(db, {
      tokenHash: sha256(token),
      purpose: 'magic-link',
      detail: isFor ? { emailKey, to } : {},
      expiresAt,
      at,
    });
    const mail = isFor ? { ...letter, to: isFor.email } : NO_MAIL;
    await queueMail(db, { ...mail, at, uselessAt: expiresAt });
  });
  return { ok: true };
}
