import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireRole } from '~/auth/guards.server';
import { ENROLMENT_ROLES } from '~/auth/policies/enrolment';
import { listOfArea } from '~/flows/enrolling-area.server';
import { listFile } from '~/flows/list-file.server';
import { findSlipStates, makeSlips } from '~/flows/make-slips.server';
import { groupCode } from '~/lib/code';
import * as m from '~/paraglide/messages';

export function loader() {
  throw new Response(null, { status: 405, headers: { Allow: 'POST' } });
}

/** The slips that are still to be made, as a workbook that is written while they are. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { personId, grants } = await requireRole(request, context, ...ENROLMENT_ROLES);
  const { store } = context;
  const asked = { code: params.code!, id: params.id!, grants };
  const { area, batch } = await listOfArea(store.read, asked);
  const form = await request.formData();
  const { left } = await findSlipStates(store.read, batch);
  if (left.length === 0 || String(left.length) !== form.get('count')) {
    return redirect(`/office/areas/${area.code}/imports/${batch.id}/slips`, 303);
  }
  const making = { batch, people: left, replaceUntil: null, actorId: personId };
  const address = `${context.origin}/sign-in`;

  async function* rows() {
    for await (const { name, number, passphrase } of makeSlips(store, making)) {
      yield [name, groupCode(number), passphrase, address];
    }
  }

  return listFile({
    request,
    name: m.imports_slips_file(),
    header: [
      m.imports_slip_name(),
      m.imports_slip_number(),
      m.imports_slip_passphrase(),
      m.imports_slip_where(),
    ],
    rows: rows(),
  });
}
