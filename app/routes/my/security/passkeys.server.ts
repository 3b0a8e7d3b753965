import type { AppLoadContext } from '@remix-run/node';
import { deviceWords } from '~/auth/device-words';
import { findPasskeys } from '~/domain/entry/find-passkeys.server';
import { formatDay, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';

const dayOf = (at: Date) => formatDay(jstDates(at).day);

/** What the section of passkeys shows. */
export async function readPasskeys(
  request: Request,
  { store }: Pick<AppLoadContext, 'store'>,
  { personId }: { personId: string },
) {
  const held = await findPasskeys(store.read, { personId });
  const here = deviceWords(request.headers.get('User-Agent'));
  return {
    done: new URL(request.url).searchParams.get('passkey'),
    suggestedLabel: here ?? m.passkeys_label_default(),
    held: held.map(({ id, label, createdAt, lastUsedAt, backedUp }) => ({
      id,
      label,
      backedUp,
      since: dayOf(createdAt),
      lastUsed: lastUsedAt && dayOf(lastUsedAt),
    })),
  };
}
