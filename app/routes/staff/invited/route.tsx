import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { STAFF_ROLES } from '~/auth/policies/staff';
import { openNote } from '~/auth/sealed-note.server';
import type { Role } from '~/db/tables/people';
import { formatDay, formatTime, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PrintButton } from '~/ui/print-button';
import { QrCode } from '~/ui/qr-code';
import { roleLabel } from '~/ui/role-label';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.staff_invited_title() }) },
];

type Note = { token: string; role: Role; until: string; sentTo: string | null };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { sessionHash } = await requireRole(request, context, ...STAFF_ROLES);
  const text = openNote(request, context, { name: 'invite-note', sessionHash });
  if (!text) throw redirect('/staff/invitations');
  const { token, role, until, sentTo } = JSON.parse(text) as Note;
  const at = new Date(until);
  return {
    link: `${context.origin}/invitations/${token}`,
    role: roleLabel(role),
    until: `${formatDay(jstDates(at).day)} ${formatTime(at)}`,
    sentTo,
  };
}

export default function Invited() {
  const { link, role, until, sentTo } = useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.staff_invited_title()}
        lead={sentTo ? m.staff_invited_sent({ email: sentTo }) : m.staff_invited_lead()}
        crumbs={[{ title: m.staff_title(), to: '/staff' }, { title: m.staff_invited_title() }]}
      />
      <Notice kind="care">
        <p>{m.staff_invited_once()}</p>
      </Notice>
      <Card as="section" className="stack">
        <h2>{m.staff_invited_link()}</h2>
        <p className="break-all font-bold">{link}</p>
        <QrCode text={link} label={m.staff_invited_qr()} />
        <dl className="facts">
          <dt>{m.staff_col_role()}</dt>
          <dd>{role}</dd>
          <dt>{m.staff_invitation_until()}</dt>
          <dd>{until}</dd>
        </dl>
      </Card>
      <section className="stack-s no-print">
        <h2 id="words">{m.staff_invited_words_title()}</h2>
        <p>{m.staff_invited_words_lead()}</p>
        <textarea
          className="input"
          rows={14}
          readOnly
          aria-labelledby="words"
          defaultValue={m.staff_invited_words({ role, until, link })}
        />
      </section>
      <p className="row no-print">
        <PrintButton />
        <ButtonLink to="/staff/invite" kind="second">
          {m.staff_invited_another()}
        </ButtonLink>
        <ButtonLink to="/staff/invitations" kind="second">
          {m.staff_tab_invitations()}
        </ButtonLink>
      </p>
    </div>
  );
}
