import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { directoryBound } from '~/auth/policies/directory';
import { entriesToCheck, linesToCheck } from '~/flows/windows-to-check.server';
import { jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Card } from '~/ui/card';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.admin_start_title() }) },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { grants } = await requireRole(request, context, 'operator');
  const { day } = jstDates(now());
  const local = await entriesToCheck(context.store.read, { within: directoryBound(grants), day });
  const national = linesToCheck(context.content.directory, day);
  return { windows: String(local.length + national.length) };
}

type Counts = { count: string };
type Work = { to: string; title: () => string; about: (counts: Counts) => string };

const WORK: Work[] = [
  { to: '/staff', title: m.admin_start_staff, about: m.admin_start_staff_about },
  { to: '/admin/organisations', title: m.admin_start_hosts, about: m.admin_start_hosts_about },
  { to: '/admin/groups', title: m.admin_start_groups, about: m.admin_start_groups_about },
  { to: '/admin/mergers', title: m.admin_start_mergers, about: m.admin_start_mergers_about },
  {
    to: '/admin/certificates',
    title: m.common_nav_certificates,
    about: m.admin_start_certificates_about,
  },
  { to: '/admin/person', title: m.people_support_title, about: m.people_support_about },
  { to: '/admin/directory', title: m.directory_admin_title, about: m.directory_admin_about },
  { to: '/admin/audit', title: m.admin_start_audit, about: m.admin_start_audit_about },
  { to: '/admin/retention', title: m.admin_start_retention, about: m.admin_start_retention_about },
  { to: '/admin/personal-file', title: m.admin_start_file, about: m.admin_start_file_about },
];

export default function AdminStart() {
  const { windows } = useLoaderData<typeof loader>();
  return (
    <div className="wrap stack-l">
      <PageHead title={m.admin_start_title()} lead={m.admin_start_lead()} />
      <ul className="grid gap-4 sm:grid-cols-2 list-none p-0 m-0">
        {WORK.map(({ to, title, about }) => (
          <li key={to}>
            <Card>
              <h2 className="text-lg m-0">
                <a href={to}>{title()}</a>
              </h2>
              <p>{about({ count: windows })}</p>
            </Card>
          </li>
        ))}
      </ul>
    </div>
  );
}
