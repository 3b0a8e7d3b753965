import type { ActionFunctionArgs } from '@remix-run/node';
import { findPlaceToConfirm } from '~/auth/find-place-to-confirm.server';
import { findVisitor } from '~/auth/guards.server';
import { readRegisteredAnswer, readShownAnswer } from '~/auth/passkey-answer';
import { countPasskeyTry } from '~/auth/passkey-limits.server';
import { placeAfterSignIn } from '~/auth/place-after-sign-in';
import { registerPasskey } from '~/auth/register-passkey.server';
import { rotateSession, startSession } from '~/auth/session.server';
import { showPasskey } from '~/auth/show-passkey.server';
import { passkeyLabelRefusal } from '~/domain/entry/passkey-label-refusal';
import { claimLearning } from '~/flows/claim-learning.server';
import { inLocale } from '~/in-locale.server';
import { formatTime, now } from '~/lib/clock';
import { editionOfPath } from '~/lib/edition';
import * as m from '~/paraglide/messages';

const SECURITY = '/my/security';

export function loader() {
  throw new Response(null, { status: 405, headers: { Allow: 'POST' } });
}

/** What a device answered: a passkey that it made, or one that it showed. For the browser's part, in the words of the page that it goes on to. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const edition = editionOfPath(toOf(form) ?? '');
  return inLocale(edition ?? 'ja', () => answer(request, context, form));
}

async function answer(request: Request, context: Context, form: FormData) {
  const use = form.get('use');
  const visitor = await findVisitor(request, context);
  const personId = use === 'sign-in' ? null : (visitor?.personId ?? null);
  const counted = await countPasskeyTry(context, { kind: 'answer', personId, at: now() });
  if (!counted.ok) {
    return refused(m.passkeys_slow_down({ time: formatTime(counted.retryAt) }), 429);
  }
  if (use === 'sign-in') return signIn(request, context, form);
  if (!visitor?.registered) return elsewhere('/sign-in', 401);
  if (use === 'second') return confirm(request, context, form, visitor);
  if (use === 'register') return register(request, context, form, visitor);
  return refused(m.passkeys_refused());
}

type Context = ActionFunctionArgs['context'];
type Visitor = NonNullable<Awaited<ReturnType<typeof findVisitor>>>;

const refused = (words: string, status = 400) => Response.json({ ok: false, words }, { status });
const elsewhere = (place: string, status: number) =>
  Response.json({ ok: false, place }, { status });
const done = (place: string, setCookie: string) =>
  Response.json({ ok: true, place }, { headers: { 'Set-Cookie': setCookie } });

const words = {
  expired: m.passkeys_expired,
  unknown: m.passkeys_unknown,
  refused: m.passkeys_refused,
  copied: m.passkeys_copied,
  known: m.passkeys_known,
  'too-many': m.passkeys_too_many,
};

/** Signs in whoever showed the passkey. The device checked who holds it, so the second factor is shown too. */
async function signIn(request: Request, context: Context, form: FormData) {
  const answer = readShownAnswer(form.get('answer'));
  if (!answer) return refused(m.passkeys_refused());
  const at = now();
  const shown = await showPasskey(request, context, { answer, personId: null, at });
  if (!shown.ok) return refused(words[shown.reason]());

  const visitor = await findVisitor(request, context);
  if (visitor && !visitor.registered && form.get('bring')) {
    const { programmes } = context.content;
    const claim = { fromPersonId: visitor.personId, toPersonId: shown.personId, programmes, at };
    await claimLearning(context, claim);
  }
  const started = await startSession(context, shown.personId, {
    way: 'passkey',
    request,
    shared: Boolean(form.get('shared')),
    secondFactorAt: at,
  });
  return done(placeAfterSignIn(started, toOf(form)), started.setCookie);
}

/** The second step of a login that began with a password, or once more before what needs it. */
async function confirm(request: Request, context: Context, form: FormData, visitor: Visitor) {
  const answer = readShownAnswer(form.get('answer'));
  if (!answer) return refused(m.passkeys_refused());
  const at = now();
  const { personId } = visitor;
  const shown = await showPasskey(request, context, { answer, personId, at });
  if (!shown.ok) return refused(words[shown.reason]());
  const rotated = await rotateSession(request, context, { secondFactorAt: at });
  if (!rotated) return elsewhere('/sign-in', 401);
  return done(placeAfterSignIn(rotated, toOf(form)), rotated.setCookie);
}

/** Keeps a passkey. Who made it on this device has shown it, too. */
async function register(request: Request, context: Context, form: FormData, visitor: Visitor) {
  const at = now();
  const place = await findPlaceToConfirm(context, visitor, { at, to: `${SECURITY}#passkeys` });
  if (place) return elsewhere(place, 403);
  const label = String(form.get('label') ?? '').trim();
  const refusal = passkeyLabelRefusal(label);
  if (refusal) return refused(labelWords[refusal]());
  const answer = readRegisteredAnswer(form.get('answer'));
  if (!answer) return refused(m.passkeys_refused());
  const { personId } = visitor;
  const registered = await registerPasskey(request, context, { personId, answer, label, at });
  if (!registered.ok) return refused(words[registered.reason]());
  const rotated = await rotateSession(request, context, { secondFactorAt: at });
  if (!rotated) return elsewhere('/sign-in', 401);
  return done(`${SECURITY}?passkey=added#passkeys`, rotated.setCookie);
}

const labelWords = {
  empty: m.passkeys_label_empty,
  'too-long': m.passkeys_label_too_long,
  unprintable: m.passkeys_label_unprintable,
};

function toOf(form: FormData): string | null {
  const to = form.get('to');
  return typeof to === 'string' && to !== '' ? to : null;
}
