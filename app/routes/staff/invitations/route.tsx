import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { grantBound, giveBound, STAFF_ROLES } from '~/auth/policies/staff';
import { findOpenInvitations } from '~/domain/invitations/find-open-invitations.server';
import { endStaffInvitation } from '~/flows/end-staff-invitation.server';
import { formatDay, formatTime, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { Pagination } from '~/ui/pagination';
import { roleLabel } from '~/ui/role-label';
import { rolePlace } from '~/ui/role-place';
import { StaffTabs } from '~/ui/staff-tabs';

const SHOWN = 30;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.staff_tab_invitations() }) },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...STAFF_ROLES);
  const { searchParams } = new URL(request.url);
  const asked = Number(searchParams.get('page') ?? 1);
  const page = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1;
  const found = await findOpenInvitations(context.store.read, {
    within: grantBound(visitor.grants),
    at: now(),
    limit: SHOWN,
    offset: (page - 1) * SHOWN,
  });
  if (found.length === 0 && page > 1) throw redirect('/staff/invitations');
  const rows = found.map((one) => ({
    id: one.id,
    role: roleLabel(one.role),
    place: rolePlace(one),
    note: one.note,
    by:
      one.createdBy === visitor.personId
        ? m.staff_by_me()
        : (one.createdByName ?? m.staff_by_unknown()),
    until: `${formatDay(jstDates(one.expiresAt).day)} ${formatTime(one.expiresAt)}`,
    left: String(one.maxUses - one.uses),
    mayEnd: reaches(giveBound(visitor.grants, one.role)),
  }));
  const isEnded = searchParams.has('ended');
  const pages = Math.ceil((found[0]?.total ?? 0) / SHOWN);
  return { rows, page, pages, isEnded };
}

function reaches(bound: ReturnType<typeof giveBound>): boolean {
  return bound.everywhere || bound.areaCodes.length > 0;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visitor = await requireRole(request, context, ...STAFF_ROLES);
  const id = String((await request.formData()).get('id') ?? '');
  const ended = await endStaffInvitation(context, { id, by: visitor.personId, at: now() });
  return redirect(`/staff/invitations${ended ? '?ended=1' : ''}`, 303);
}

export default function Invitations() {
  const { rows, page, pages, isEnded } = useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.staff_tab_invitations()} lead={m.staff_invitations_lead()} />
      <StaffTabs current="invitations" />
      {isEnded ? (
        <Notice kind="done" role="status">
          <p>{m.staff_invitation_ended()}</p>
        </Notice>
      ) : null}
      {rows.length === 0 ? (
        <>
          <p>{m.staff_invitations_none()}</p>
          <p>
            <ButtonLink to="/staff/invite">{m.staff_tab_invite()}</ButtonLink>
          </p>
        </>
      ) : null}
      {rows.map((row) => (
        <Card as="section" key={row.id} className="stack-s">
          <h2 className="break-words">{m.staff_invitation_head(row)}</h2>
          <dl className="facts">
            <dt>{m.staff_note()}</dt>
            <dd className="break-words">{row.note}</dd>
            <dt>{m.staff_invitation_by()}</dt>
            <dd className="break-words">{row.by}</dd>
            <dt>{m.staff_invitation_until()}</dt>
            <dd>{row.until}</dd>
            <dt>{m.staff_invitation_left()}</dt>
            <dd>{m.staff_people({ count: row.left })}</dd>
          </dl>
          {row.mayEnd ? (
            <form method="post">
              <input type="hidden" name="id" value={row.id} />
              <Button kind="second" aria-label={m.staff_invitation_end_which(row)}>
                {m.staff_invitation_end()}
              </Button>
            </form>
          ) : null}
        </Card>
      ))}
      <Pagination page={page} pages={pages} to={(one) => `/staff/invitations?page=${one}`} />
    </div>
  );
}
