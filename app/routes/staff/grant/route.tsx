import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { giveBound, grantBound, STAFF_ROLES } from '~/auth/policies/staff';
import { findGrantWithin } from '~/domain/people/find-grant-within.server';
import { isDemoAccount } from '~/flows/demo/is-demo-account.server';
import { endStaffRole } from '~/flows/end-staff-role.server';
import { formatDay, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { roleLabel } from '~/ui/role-label';
import { rolePlace } from '~/ui/role-place';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.staff_grant_title() }) },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...STAFF_ROLES);
  const { read } = context.store;
  const id = params.grant!;
  const grant = await findGrantWithin(read, { id, within: grantBound(visitor.grants) });
  if (!grant) throw new Response(null, { status: 404 });
  const at = now();
  const isOver = grant.untilAt !== null && grant.untilAt <= at;
  const within = giveBound(visitor.grants, grant.role);
  const mayEnd = !isOver && (await findGrantWithin(read, { id, within })) !== null;
  return {
    name: grant.name ?? '',
    role: roleLabel(grant.role),
    place: rolePlace(grant),
    from: formatDay(jstDates(grant.fromAt).day),
    until: grant.untilAt && formatDay(jstDates(new Date(grant.untilAt.getTime() - 1)).day),
    isOver,
    isOwn: grant.personId === visitor.personId,
    isDemo: await isDemoAccount(read, grant),
    mayEnd,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const visitor = await requireRole(request, context, ...STAFF_ROLES);
  const grantId = params.grant!;
  const { read } = context.store;
  const seen = await findGrantWithin(read, { id: grantId, within: grantBound(visitor.grants) });
  if (seen && (await isDemoAccount(read, seen))) return redirect(`/staff/${grantId}`, 303);
  const ended = await endStaffRole(context, { grantId, by: visitor.personId, at: now() });
  if (ended.ok || ended.reason === 'ended-before') return redirect(`/staff/${grantId}`, 303);
  if (ended.reason === 'last-operator') return data({ isLast: true }, { status: 409 });
  throw new Response(null, { status: 404 });
}

function EndForm({ name, isOwn }: { name: string; isOwn: boolean }) {
  return (
    <section className="stack">
      <h2>{m.staff_end_title()}</h2>
      <ul className="dots">
        <li>{m.staff_end_at_once({ name })}</li>
        <li>{m.staff_end_kept({ name })}</li>
        <li>{m.staff_end_again()}</li>
      </ul>
      {isOwn ? (
        <Notice kind="warm">
          <p>{m.staff_end_own()}</p>
        </Notice>
      ) : null}
      <form method="post" className="row">
        <Button kind="second">{m.staff_end_button()}</Button>
        <ButtonLink to="/staff" kind="quiet">
          {m.staff_end_cancel()}
        </ButtonLink>
      </form>
    </section>
  );
}

export default function StaffGrant() {
  const shown = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { name, role, place, from, until, isOver, isOwn, isDemo } = shown;
  const mayEnd = shown.mayEnd && !isDemo;
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.staff_grant_title()}
        crumbs={[{ title: m.staff_title(), to: '/staff' }, { title: m.staff_grant_title() }]}
      />
      {sent?.isLast ? (
        <Notice kind="error" title={m.staff_last_title()} role="alert">
          <p>{m.staff_last_body()}</p>
        </Notice>
      ) : null}
      {isOver ? (
        <Notice kind="done" role="status">
          <p>{m.staff_over()}</p>
        </Notice>
      ) : null}
      <Card as="section">
        <dl className="facts">
          <dt>{m.staff_col_name()}</dt>
          <dd className="break-words">{name}</dd>
          <dt>{m.staff_col_role()}</dt>
          <dd>{role}</dd>
          <dt>{m.staff_col_place()}</dt>
          <dd className="break-words">{place}</dd>
          <dt>{m.staff_col_from()}</dt>
          <dd>{from}</dd>
          <dt>{m.staff_col_until()}</dt>
          <dd>{until ?? m.staff_no_end()}</dd>
        </dl>
      </Card>
      {mayEnd ? <EndForm name={name} isOwn={isOwn} /> : null}
      {!mayEnd && !isOver ? <p>{isDemo ? m.staff_end_demo() : m.staff_end_not_yours()}</p> : null}
      {mayEnd ? null : (
        <p>
          <ButtonLink to="/staff" kind="second">
            {m.staff_back()}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
