import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formTicket, readFormTicket } from '~/auth/form-ticket.server';
import { requireRole } from '~/auth/guards.server';
import { STAFF_ROLES } from '~/auth/policies/staff';
import { sealNote } from '~/auth/sealed-note.server';
import { tryKey } from '~/auth/try-key.server';
import { countTry } from '~/domain/operation/count-try.server';
import { inviteStaff } from '~/flows/invite-staff.server';
import { formatTime, now } from '~/lib/clock';
import { newId } from '~/lib/id.server';
import * as m from '~/paraglide/messages';
import { PageHead } from '~/ui/page-head';
import { roleLabel } from '~/ui/role-label';
import { StaffTabs } from '~/ui/staff-tabs';
import { ChooseOffer } from './choose-offer';
import { findOffers, findPlaces, type Offer } from './find-places.server';
import { daysFrom, endOf, inviteForm } from './invite-form.server';
import { InviteForm, type InviteFieldName } from './invite-form';

/** Links of one person in an hour: enough for a whole department, too few to bother strangers with mail. */
const INVITATIONS = 60;
const WINDOW_SECONDS = 60 * 60;

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.staff_tab_invite() }) }];

async function open({ request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...STAFF_ROLES);
  const { searchParams } = new URL(request.url);
  const offers = findOffers(visitor.grants);
  const offer = offers.find(
    ({ role, over }) => role === searchParams.get('role') && over === searchParams.get('over'),
  );
  return { visitor, offers, offer: offer ?? null };
}

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { visitor, offers, offer } = await open(args);
  const { grants } = visitor;
  const asked = { grants, query: '', chosen: '', at: now() };
  return {
    offers,
    offer,
    places: offer && (await findPlaces(context.store.read, { offer, ...asked })),
    ticket: formTicket(context, newId()),
    mayMail: context.mail !== 'none',
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { visitor, offer } = await open(args);
  if (!offer) return redirect('/staff/invite', 303);
  const form = await request.formData();
  const sent = (name: string) => String(form.get(name) ?? '');
  const at = now();
  const isSearch = sent('intent').startsWith('find-');
  const places = await findPlaces(context.store.read, {
    offer,
    grants: visitor.grants,
    query: sent('placeQuery'),
    chosen: sent('place'),
    at,
  });
  if (isSearch) {
    const typed = Object.fromEntries(
      [...form].filter(([, value]) => typeof value === 'string'),
    ) as Record<string, string>;
    return data({ result: null, typed: { ...typed, place: '' }, places }, 200);
  }
  const needsPlace = offer.over !== 'nation';
  const submission = parseWithZod(form, { schema: inviteForm(at, { needsPlace }) });
  type Errors = { fieldErrors?: Record<string, string[]>; formErrors?: string[] };
  const again = (errors: Errors, status = 400) =>
    data({ result: submission.reply(errors), typed: null, places }, status);
  if (submission.status !== 'success') return again({});
  const { ticket, place = null, note, days, uses, until, email } = submission.value;
  const id = readFormTicket(context, ticket);
  if (!id) return again({ formErrors: [m.staff_form_stale()] });

  const key = tryKey(context, 'invite', visitor.personId);
  const limit = { key, limit: INVITATIONS, windowSeconds: WINDOW_SECONDS, at };
  const counted = await context.store.tx((db) => countTry(db, limit));
  if (!counted.ok) {
    return again({ formErrors: [m.staff_slow_down({ time: formatTime(counted.retryAt) })] }, 429);
  }
  const sentTo = context.mail === 'none' ? null : (email ?? null);
  const expiresAt = daysFrom(at, days);
  const invited = await inviteStaff(context, {
    id,
    role: offer.role,
    ...overOf(offer, place),
    note,
    expiresAt,
    grantUntilAt: until ? endOf(until) : null,
    maxUses: uses,
    email: sentTo,
    by: visitor,
    at,
  });
  if (!invited.ok) return again({ fieldErrors: { place: [m.staff_place_not_yours()] } });
  const text = JSON.stringify({
    token: invited.token,
    role: offer.role,
    until: expiresAt.toISOString(),
    sentTo,
  });
  const note_ = { sessionHash: visitor.sessionHash, text };
  const cookie = sealNote(context, { name: 'invite-note', path: '/staff' }, note_);
  return redirect('/staff/invited', { status: 303, headers: { 'Set-Cookie': cookie } });
}

function overOf({ over }: Offer, place: string | null) {
  return {
    areaCode: over === 'municipality' || over === 'prefecture' ? place : null,
    organisationId: over === 'organisation' ? place : null,
    groupId: over === 'group' ? place : null,
  };
}

export default function Invite() {
  const { offers, offer, places, ticket, mayMail } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [form, fields] = useForm<Record<InviteFieldName, string>>({
    id: 'invite',
    lastResult: sent?.result,
    defaultValue: sent?.typed ?? { days: '7', uses: '1' },
  });
  const title = m.staff_tab_invite();
  const crumbs = [{ title: m.staff_title(), to: '/staff' }];
  return (
    <div className="wrap narrow stack-l">
      {offer && places ? (
        <>
          <PageHead
            title={m.staff_invite_as({ role: roleLabel(offer.role) })}
            crumbs={[...crumbs, { title, to: '/staff/invite' }, { title: roleLabel(offer.role) }]}
          />
          <InviteForm
            form={form}
            fields={fields}
            offer={offer}
            places={sent?.places ?? places}
            ticket={ticket}
            mayMail={mayMail}
          />
        </>
      ) : (
        <>
          <PageHead title={title} lead={m.staff_invite_lead()} />
          <StaffTabs current="invite" />
          <ChooseOffer offers={offers} />
        </>
      )}
    </div>
  );
}
