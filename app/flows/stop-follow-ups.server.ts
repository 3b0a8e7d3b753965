import { sha256 } from '~/auth/digest.server';
import type { Store } from '~/db/store.server';
import { dropUnsentMails } from '~/domain/mail/drop-unsent-mails.server';
import { findFollowUpsOf } from '~/domain/questionnaires/find-follow-ups-of.server';
import { findFollowUp } from '~/domain/questionnaires/find-follow-up.server';
import { stopFollowUps as stop } from '~/domain/questionnaires/stop-follow-ups.server';
import { FOLLOW_UP_MAIL } from './send-follow-ups.server';

/** Ends these mails for whoever has this link, also one that is on its way. Done twice it is done once. */
export async function stopFollowUps(
  store: Store,
  { token, at }: { token: string; at: Date },
): Promise<{ known: boolean }> {
  return store.tx(async (db) => {
    const asked = await findFollowUp(db, { tokenHash: sha256(token) });
    if (!asked) return { known: false };
    const hers = await findFollowUpsOf(db, asked);
    await stop(db, { ids: hers.map(({ id }) => id), at });
    await dropUnsentMails(db, {
      kind: FOLLOW_UP_MAIL,
      personIds: hers.map(({ personId }) => personId),
    });
    return { known: true };
  });
}
