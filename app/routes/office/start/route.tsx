import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { REPORT_ROLES } from '~/auth/policies/report';
import { NATION } from '~/domain/reporting/count-cells';
import { findReportArea } from '~/domain/reporting/find-report-area.server';
import * as m from '~/paraglide/messages';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.office_choose_title() }) },
];

/** Leads an officer to her area; one with several chooses. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { grants } = await requireRole(request, context, ...REPORT_ROLES);
  const codes = new Set(
    grants
      .filter(({ role }) => REPORT_ROLES.includes(role))
      .flatMap(({ role, areaCode }) => (role === 'operator' ? [NATION] : (areaCode ?? []))),
  );
  const found = await Promise.all(
    [...codes].map((code) => findReportArea(context.store.read, code)),
  );
  const areas = found.flatMap((area) => (area ? [{ code: area.code, name: area.name }] : []));
  const [only] = areas;
  if (!only) throw new Response(null, { status: 403 });
  if (areas.length === 1) return redirect(`/office/areas/${only.code}`);
  return { areas };
}

export default function ChooseArea() {
  const { areas } = useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.office_choose_title()} lead={m.office_choose_lead()} />
      <ul className="dots">
        {areas.map(({ code, name }) => (
          <li key={code}>
            <a href={`/office/areas/${code}`}>{m.office_title({ area: name })}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
