import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findVisitor, requireRegistered } from '~/auth/guards.server';
import { placeAfterSignIn } from '~/auth/place-after-sign-in';
import { rotateSession } from '~/auth/session.server';
import { findInvitedGrant } from '~/domain/people/find-invited-grant.server';
import { findGoodInvitation, takeInvitation } from '~/flows/take-invitation.server';
import { formatDay, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { roleLabel } from '~/ui/role-label';
import { rolePlace } from '~/ui/role-place';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.staff_offer_title() }) },
  { name: 'robots', content: 'noindex' },
];

const NO_STORE = { 'Cache-Control': 'no-store' };

export const headers: HeadersFunction = () => NO_STORE;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { read } = context.store;
  const visitor = await findVisitor(request, context);
  const token = params.token!;
  const good = await findGoodInvitation(read, { token, at: now() });
  const personId = visitor?.personId ?? '';
  const taken =
    good && (await findInvitedGrant(read, { invitationId: good.invitation.id, personId }));
  const isHeld = taken && (taken.untilAt === null || taken.untilAt > now());
  const isLeft = good && !taken && good.invitation.uses < good.invitation.maxUses;
  if (!good || !(isHeld || isLeft)) {
    const none = { offer: null, who: null, path: '', next: '' };
    return data(none, { status: 410 });
  }
  const { invitation } = good;
  const { grantUntilAt } = invitation;
  const offer = {
    by: invitation.createdByName ?? '',
    role: roleLabel(invitation.role),
    place: rolePlace(invitation),
    until: grantUntilAt && formatDay(jstDates(new Date(grantUntilAt.getTime() - 1)).day),
    isHeld: Boolean(isHeld),
    hasIt: new URL(request.url).searchParams.has('has'),
  };
  const who = visitor?.registered ? visitor.name : null;
  const next = visitor ? placeAfterSignIn(visitor, null) : '/';
  return data({ offer, who, path: `/invitations/${token}`, next });
}

/** Takes the role. The login goes on under a new id, and asks for a second factor before the role counts. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { personId } = await requireRegistered(request, context);
  const token = params.token!;
  const taken = await takeInvitation(context, { token, personId, at: now() });
  if (!taken.ok) {
    const has = taken.reason === 'has-it' ? '?has=1' : '';
    return redirect(`/invitations/${encodeURIComponent(token)}${has}`, 303);
  }
  const rotated = await rotateSession(request, context);
  if (!rotated) return redirect('/sign-in', 303);
  const setCookie = { ...NO_STORE, 'Set-Cookie': rotated.setCookie };
  return redirect(placeAfterSignIn(rotated, null), { status: 303, headers: setCookie });
}

type Offer = { by: string; role: string; place: string; until: string | null };

function OfferFacts({ by, role, place, until }: Offer) {
  return (
    <Card as="section">
      <dl className="facts">
        <dt>{m.staff_offer_by()}</dt>
        <dd className="break-words">{m.staff_offer_by_name({ name: by })}</dd>
        <dt>{m.staff_col_role()}</dt>
        <dd>{role}</dd>
        <dt>{m.staff_col_place()}</dt>
        <dd className="break-words">{place}</dd>
        <dt>{m.staff_col_until()}</dt>
        <dd>{until ?? m.staff_no_end()}</dd>
      </dl>
    </Card>
  );
}

/** For somebody who is not signed in here: both ways lead back to this page. */
function ComeIn({ path }: { path: string }) {
  const search = `?to=${encodeURIComponent(path)}`;
  return (
    <section className="stack-s">
      <h2>{m.staff_offer_come_in()}</h2>
      <p>{m.staff_offer_come_in_lead()}</p>
      <p className="row">
        <ButtonLink to={`/sign-in${search}`}>{m.common_sign_in()}</ButtonLink>
        <ButtonLink to={`/join${search}`} kind="second">
          {m.staff_offer_join()}
        </ButtonLink>
      </p>
    </section>
  );
}

function Take({ who }: { who: string }) {
  return (
    <form method="post" className="stack" data-enhance="send-once">
      <p>{m.staff_offer_as({ name: who })}</p>
      <ul className="dots">
        <li>{m.staff_offer_factor()}</li>
        <li>{m.staff_offer_logged()}</li>
      </ul>
      <p>
        <Button>{m.staff_offer_take()}</Button>
      </p>
      <p className="small">{m.staff_offer_not_you()}</p>
    </form>
  );
}

export default function InvitationPage() {
  const { offer, who, path, next } = useLoaderData<typeof loader>();
  if (!offer) {
    return (
      <div className="wrap narrow stack-l">
        <PageHead title={m.staff_gone_title()} lead={m.staff_gone_body()} />
        <p>
          <ButtonLink to="/" kind="second">
            {m.common_back_home()}
          </ButtonLink>
        </p>
      </div>
    );
  }
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.staff_offer_title()} lead={m.staff_offer_lead()} />
      {offer.hasIt || offer.isHeld ? (
        <Notice kind="done" role="status">
          <p>{offer.isHeld ? m.staff_offer_taken() : m.staff_offer_has_it()}</p>
          <p>
            <ButtonLink to={next}>{m.staff_offer_go_on()}</ButtonLink>
          </p>
        </Notice>
      ) : null}
      <OfferFacts {...offer} />
      {offer.isHeld ? null : who === null ? <ComeIn path={path} /> : <Take who={who} />}
    </div>
  );
}
