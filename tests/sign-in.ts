import { startSession } from '~/auth/session.server';
import type { Store } from '~/db/store.server';
import { now } from '~/lib/clock';

type SignInContext = { store: Store; origin: string };

/** The cookie of a login that has shown a second factor, so that the roles of the person hold. */
export async function signInWithSecondFactor(
  context: SignInContext,
  personId: string,
): Promise<string> {
  const { setCookie } = await startSession(context, personId, {
    way: 'password',
    secondFactorAt: now(),
  });
  return setCookie.split(';')[0]!;
}
