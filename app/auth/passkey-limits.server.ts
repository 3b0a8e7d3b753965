import type { AppLoadContext } from '@remix-run/node';
import { countTry, type Counted } from '~/domain/operation/count-try.server';
import { tryKey } from './try-key.server';

const WINDOW_SECONDS = 15 * 60;

/** From one address: a whole hall may sit behind it, and the sign-in page asks once for each visit. */
const OF_ADDRESS = { options: 900, answer: 300 };
/** For one person, wherever she is. */
const OF_PERSON = { options: 60, answer: 30 };

type LimitContext = Pick<AppLoadContext, 'store' | 'secret' | 'clientAddress'>;
type Tried = { kind: 'options' | 'answer'; personId: string | null; at: Date };

/** Nobody guesses a signature; this bounds the rows and the work that a stranger can cause. */
export async function countPasskeyTry(
  context: LimitContext,
  { kind, personId, at }: Tried,
): Promise<Counted> {
  const { clientAddress, store } = context;
  const limits = [
    { key: tryKey(context, `passkey ${kind} address`, clientAddress), limit: OF_ADDRESS[kind] },
    ...(personId
      ? [{ key: tryKey(context, `passkey ${kind} person`, personId), limit: OF_PERSON[kind] }]
      : []),
  ];
  return store.tx(async (db) => {
    for (const limit of limits) {
      const counted = await countTry(db, { ...limit, windowSeconds: WINDOW_SECONDS, at });
      if (!counted.ok) return counted;
    }
    return { ok: true };
  });
}
