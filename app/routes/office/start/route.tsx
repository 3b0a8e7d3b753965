import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { REPORT_ROLES, reportBound } from '~/auth/policies/report';
import { NATION } from '~/domain/reporting/count-cells';
import { findReportArea } from '~/domain/reporting/find-report-area.server';
import { reportPath } from '~/flows/report-path';
import * as m from '~/paraglide/messages';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.office_choose_title() }) },
];

/** Leads an officer to her area or group; one with several chooses. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { grants } = await requireRole(request, context, ...REPORT_ROLES);
  const codes = grants.flatMap((grant) => {
    const reach = reportBound([grant]);
    return reach.everywhere ? [NATION] : [...reach.areaCodes, ...reach.groupIds];
  });
  const within = reportBound(grants);
  const found = await Promise.all(
    [...new Set(codes)].map((code) => findReportArea(context.store.read, { code, within })),
  );
  const areas = found.flatMap((area) =>
    area ? [{ path: reportPath(area), name: area.name }] : [],
  );
  const [only] = areas;
  if (!only) throw new Response(null, { status: 403 });
  if (areas.length === 1) return redirect(only.path);
  return { areas };
}

export default function ChooseArea() {
  const { areas } = useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.office_choose_title()} lead={m.office_choose_lead()} />
      <ul className="dots">
        {areas.map(({ path, name }) => (
          <li key={path}>
            <a href={path}>{m.office_title({ area: name })}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
