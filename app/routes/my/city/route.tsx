import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { findPlaceToConfirm } from '~/auth/find-place-to-confirm.server';
import { requireRegistered } from '~/auth/guards.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { unlinkIdentity } from '~/domain/entry/unlink-identity.server';
import { now } from '~/lib/clock';

const SECTION = '/my/security#city';
const sectionAfter = (done: string) => `/my/security?city=${done}#city`;

export function loader() {
  return redirect(SECTION);
}

/** Parts a city's sign-in from her account. */
export async function action({ request, context }: ActionFunctionArgs) {
  const visitor = await requireRegistered(request, context);
  const { personId } = visitor;
  const issuer = String((await request.formData()).get('issuer') ?? '');
  const at = now();
  const place = await findPlaceToConfirm(context, visitor, { at, to: SECTION });
  if (place) return redirect(place);
  const provider = context.providers.find((one) => one.issuer === issuer);
  const unlinked = await context.store.tx(async (db) => {
    const result = await unlinkIdentity(db, { issuer, personId });
    if (result.ok) {
      await recordAudit(db, {
        at,
        actorId: personId,
        action: 'identity.unlink',
        subjectKind: 'person',
        subjectId: personId,
        areaCode: provider?.areaCode,
        detail: { provider: provider?.id ?? null },
      });
    }
    return result;
  });
  if (unlinked.ok || unlinked.reason === 'absent') return redirect(sectionAfter('unlinked'));
  return redirect(sectionAfter('last'));
}
