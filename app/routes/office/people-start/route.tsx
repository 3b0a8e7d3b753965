import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { mayListPeople, NAMES_ROLES } from '~/auth/policies/person';
import { findRegion } from '~/domain/regions/find-region.server';
import * as m from '~/paraglide/messages';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.people_choose_title() }) },
];

/** Leads an officer to the names of her area; one with several chooses. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { grants } = await requireRole(request, context, ...NAMES_ROLES);
  const codes = new Set(grants.flatMap(({ areaCode }) => areaCode ?? []));
  const mine = [...codes].filter((code) => mayListPeople(grants, code));
  const found = await Promise.all(mine.map((code) => findRegion(context.store.read, code)));
  const areas = found.flatMap((area) => (area ? [{ code: area.code, name: area.name }] : []));
  const [only] = areas;
  if (!only) throw new Response(null, { status: 403 });
  if (areas.length === 1) return redirect(`/office/areas/${only.code}/people`);
  return { areas };
}

export default function ChooseNames() {
  const { areas } = useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.people_choose_title()} lead={m.people_choose_lead()} />
      <ul className="dots">
        {areas.map(({ code, name }) => (
          <li key={code}>
            <a href={`/office/areas/${code}/people`}>{m.people_title({ area: name })}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
