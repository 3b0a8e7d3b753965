import type { AppLoadContext } from '@remix-run/node';
import { findOwnIdentities } from '~/domain/entry/find-own-identities.server';
import { formatDay, jstDates } from '~/lib/clock';

const dayOf = (at: Date) => formatDay(jstDates(at).day);

/** What the section of the cities' own sign-ins shows: nothing where there is none. */
export async function readCitySignIns(
  request: Request,
  { store, providers }: Pick<AppLoadContext, 'store' | 'providers'>,
  { personId }: { personId: string },
) {
  const held = await findOwnIdentities(store.read, { personId });
  // One issuer may end in a slash where the other does not.
  const isOf = (provider: { issuer: string }, issuer: string) =>
    provider.issuer.replace(/\/$/, '') === issuer.replace(/\/$/, '');
  return {
    done: new URL(request.url).searchParams.get('city'),
    linked: held.map(({ issuer, createdAt, lastUsedAt }) => ({
      issuer,
      name: providers.find((provider) => isOf(provider, issuer))?.name ?? issuer,
      since: dayOf(createdAt),
      lastUsed: lastUsedAt && dayOf(lastUsedAt),
    })),
    others: providers
      .filter((provider) => !held.some(({ issuer }) => isOf(provider, issuer)))
      .map(({ id, name }) => ({ id, name })),
  };
}
