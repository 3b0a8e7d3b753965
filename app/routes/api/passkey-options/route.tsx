import type { ActionFunctionArgs } from '@remix-run/node';
import { findPlaceToConfirm } from '~/auth/find-place-to-confirm.server';
import { findVisitor } from '~/auth/guards.server';
import { countPasskeyTry } from '~/auth/passkey-limits.server';
import { registrationOptions, showingOptions } from '~/auth/passkey-options.server';
import { formatTime, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';

const SECURITY = '/my/security#passkeys';

export function loader() {
  throw new Response(null, { status: 405, headers: { Allow: 'POST' } });
}

/** What a device needs to make or to show a passkey: for the browser's part. */
export async function action({ request, context }: ActionFunctionArgs) {
  const use = (await request.formData()).get('use');
  const at = now();
  const visitor = use === 'sign-in' ? null : await findVisitor(request, context);
  const personId = visitor?.personId ?? null;
  const counted = await countPasskeyTry(context, { kind: 'options', personId, at });
  if (!counted.ok) {
    const words = m.passkeys_slow_down({ time: formatTime(counted.retryAt) });
    return Response.json({ ok: false, words }, { status: 429 });
  }
  if (use === 'sign-in') return given(await showingOptions(request, context, { personId, at }));
  if (!visitor?.registered) return Response.json({ ok: false, place: '/sign-in' }, { status: 401 });
  if (use === 'second') return given(await showingOptions(request, context, { personId, at }));
  if (use !== 'register') return Response.json({ ok: false }, { status: 400 });

  const place = await findPlaceToConfirm(context, visitor, { at, to: SECURITY });
  if (place) return Response.json({ ok: false, place }, { status: 403 });
  const serviceName = m.common_brand();
  return given(await registrationOptions(request, context, { visitor, serviceName, at }));
}

function given({ options, setCookie }: { options: object; setCookie: string }) {
  return Response.json({ ok: true, options }, { headers: { 'Set-Cookie': setCookie } });
}
