import type { AppLoadContext } from '@remix-run/node';
import { sha256 } from '~/auth/digest.server';
import { startSession, type StartedSession } from '~/auth/session.server';
import type { Db } from '~/db/store.server';
import { endLoginSession } from '~/domain/entry/end-login-session.server';
import { findOneTimeToken } from '~/domain/entry/find-one-time-token.server';
import { noteTokenUse } from '~/domain/entry/note-token-use.server';
import { useOneTimeToken } from '~/domain/entry/use-one-time-token.server';
import { findLinkPeople } from './find-link-people.server';

/** A button that was pressed twice sends the same form again within this time. */
const PRESSED_TWICE_MS = 60_000;

export type EnterByLink = {
  token: string;
  /** Of the page on which the button was pressed: two presses of one page are one. */
  visit: string;
  /** Whom of those who share the mailbox she chose. */
  chosen: string | null;
  request: Request;
  shared: boolean;
  at: Date;
};

export type EnteredByLink =
  | {
      ok: true;
      started: StartedSession;
      /** Where she was going when she asked for the link. */ to: string | null;
    }
  | { ok: false; reason: 'gone' | 'choose' };

/** Uses the link up and signs this browser in, in one transaction. Until somebody is chosen the link stays good. */
export async function enterByLink(
  context: AppLoadContext,
  { token, visit, chosen, request, shared, at }: EnterByLink,
): Promise<EnteredByLink> {
  const tokenHash = sha256(token);
  const visitHash = sha256(visit);
  return context.store.tx(async (db) => {
    const row = await findOneTimeToken(db, { tokenHash, purpose: 'magic-link' });
    const sharing = row ? await findLinkPeople(db, row) : [];
    const person = chosen ? sharing.find(({ id }) => id === chosen) : sharing[0];
    if (!row || sharing.length === 0) return { ok: false, reason: 'gone' };
    if (row.usedAt) {
      const isSamePress =
        row.detail.visitHash === visitHash &&
        Math.abs(at.getTime() - row.usedAt.getTime()) < PRESSED_TWICE_MS;
      if (!isSamePress) return { ok: false, reason: 'gone' };
      await endLoginSession(db, { idHash: String(row.detail.sessionHash) });
    } else if (row.expiresAt <= at) {
      return { ok: false, reason: 'gone' };
    }
    if (!person || (!chosen && sharing.length > 1)) return { ok: false, reason: 'choose' };
    if (!row.usedAt) await useOneTimeToken(db, { tokenHash, purpose: 'magic-link', at });
    const started = await startSession({ ...context, store: storeWithin(db) }, person.id, {
      way: 'magic-link',
      request,
      shared,
    });
    const detail = { ...row.detail, visitHash, sessionHash: started.sessionHash };
    await noteTokenUse(db, { tokenHash, detail });
    const { to } = row.detail;
    return { ok: true, started, to: typeof to === 'string' ? to : null };
  });
}

/** What signing in does becomes part of the transaction that is open. */
function storeWithin(db: Db): AppLoadContext['store'] {
  return { read: db, tx: (work) => work(db), close: () => {} };
}
