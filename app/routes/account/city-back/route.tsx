import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { keepCityLink } from '~/auth/city-link.server';
import { countCityTry } from '~/auth/city-limits.server';
import { finishCitySignIn, type FinishedCitySignIn } from '~/auth/finish-city-sign-in.server';
import { findVisitor } from '~/auth/guards.server';
import { placeAfterSignIn } from '~/auth/place-after-sign-in';
import { startSession } from '~/auth/session.server';
import { findIdentity } from '~/domain/entry/find-identity.server';
import { noteIdentityUse } from '~/domain/entry/note-identity-use.server';
import { findKeptPersonId } from '~/domain/people/find-kept-person-id.server';
import { claimLearning } from '~/flows/claim-learning.server';
import { now } from '~/lib/clock';

/** Where a city sends people back to. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const provider = context.providers.find(({ id }) => id === params.provider);
  if (!provider) throw new Response(null, { status: 404 });
  const here = `/sign-in/with/${provider.id}`;
  const at = now();
  const counted = await countCityTry(context, { kind: 'back', at });
  if (!counted.ok) return redirect(`${here}?reason=unavailable`);
  const finished = await finishCitySignIn(request, context, { provider, at });
  if (!finished.ok) {
    context.refused = 'oidc';
    return redirect(`${here}?reason=${finished.reason}`);
  }

  const { issuer, subject, errand, linksTo } = finished;
  const identity = await findIdentity(context.store.read, { issuer, subject });
  if (!identity) {
    const link = { issuer, subject, to: errand.to };
    const setCookie = await keepCityLink(context, { provider, link, at });
    return redirect(`${here}/link`, { headers: { 'Set-Cookie': setCookie } });
  }
  const personId = await findKeptPersonId(context.store.read, { id: identity.personId });
  if (linksTo) return redirect(await placeOfLinked(context, { personId, linksTo, here }));
  await context.store.tx((db) => noteIdentityUse(db, { issuer, subject, at }));
  const secondFactorAt = provider.secondFactor ? at : null;
  return signIn(request, context, { personId, errand, secondFactorAt, at });
}

type Context = LoaderFunctionArgs['context'];
type Errand = Extract<FinishedCitySignIn, { ok: true }>['errand'];

/** Who wanted to link it and finds it linked: to herself, or to another account that she is not moved to. */
async function placeOfLinked(
  { store }: Context,
  { personId, linksTo, here }: { personId: string; linksTo: string; here: string },
): Promise<string> {
  const asking = await findKeptPersonId(store.read, { id: linksTo });
  return asking === personId ? '/my/security?city=linked#city' : `${here}?reason=taken`;
}

type SignIn = { personId: string; errand: Errand; secondFactorAt: Date | null; at: Date };

async function signIn(
  request: Request,
  context: Context,
  { personId, errand, secondFactorAt, at }: SignIn,
) {
  const visitor = await findVisitor(request, context);
  if (visitor && !visitor.registered && errand.bring) {
    const { programmes } = context.content;
    const claim = { fromPersonId: visitor.personId, toPersonId: personId, programmes, at };
    await claimLearning(context, claim);
  }
  const started = await startSession(context, personId, {
    way: 'oidc',
    request,
    shared: errand.shared,
    secondFactorAt,
  });
  return redirect(placeAfterSignIn(started, errand.to), {
    headers: { 'Set-Cookie': started.setCookie },
  });
}
