import type { AppLoadContext } from '@remix-run/node';
import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import { findPasskeys } from '~/domain/entry/find-passkeys.server';
import { issueChallenge } from './passkey-challenge.server';
import type { Visitor } from './visitor';

type OptionsContext = Pick<AppLoadContext, 'store' | 'origin'>;

/** The name of the host: passkeys made here are good for this host alone. */
export const relyingPartyId = ({ origin }: Pick<AppLoadContext, 'origin'>) =>
  new URL(origin).hostname;

type Registering = Pick<Visitor, 'personId' | 'name' | 'number'>;

/**
 * What a device needs to make a passkey. It has to be found without a name being typed, and to check
 * who holds it, so that it stands for two factors. Which make the device is of is not asked.
 */
export async function registrationOptions(
  request: Request,
  context: OptionsContext,
  { visitor, serviceName, at }: { visitor: Registering; serviceName: string; at: Date },
) {
  const { personId, name, number } = visitor;
  const { challenge, setCookie } = await issueChallenge(request, context, {
    use: 'register',
    personId,
    at,
  });
  const held = await findPasskeys(context.store.read, { personId });
  const options = await generateRegistrationOptions({
    rpName: serviceName,
    rpID: relyingPartyId(context),
    userID: new TextEncoder().encode(personId),
    userName: number ?? serviceName,
    userDisplayName: name ?? '',
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: held.map(({ id, transports }) => ({ id, transports })),
  });
  return { options, setCookie };
}

/** What a device needs to show a passkey: any that it has for us, or one of this person's. */
export async function showingOptions(
  request: Request,
  context: OptionsContext,
  { personId, at }: { personId: string | null; at: Date },
) {
  const use = personId ? 'second' : 'sign-in';
  const { challenge, setCookie } = await issueChallenge(request, context, { use, personId, at });
  const held = personId ? await findPasskeys(context.store.read, { personId }) : [];
  const options = await generateAuthenticationOptions({
    rpID: relyingPartyId(context),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    userVerification: 'required',
    allowCredentials: held.map(({ id, transports }) => ({ id, transports })),
  });
  return { options, setCookie };
}
