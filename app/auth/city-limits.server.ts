import type { AppLoadContext } from '@remix-run/node';
import { countTry, type Counted } from '~/domain/operation/count-try.server';
import { tryKey } from './try-key.server';

const WINDOW_SECONDS = 15 * 60;
/** A whole city hall may sit behind one address. */
const OF_ADDRESS = { begin: 600, back: 600 };

/** Bounds the rows and the requests to a city that a stranger can cause. */
export async function countCityTry(
  context: Pick<AppLoadContext, 'store' | 'secret' | 'clientAddress'>,
  { kind, at }: { kind: 'begin' | 'back'; at: Date },
): Promise<Counted> {
  const key = tryKey(context, `city sign-in ${kind}`, context.clientAddress);
  return context.store.tx((db) =>
    countTry(db, { key, limit: OF_ADDRESS[kind], windowSeconds: WINDOW_SECONDS, at }),
  );
}
