import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRole } from '~/auth/guards.server';
import { ENROLMENT_ROLES } from '~/auth/policies/enrolment';
import { enrollingArea } from '~/flows/enrolling-area.server';
import { listFile } from '~/flows/list-file.server';
import * as m from '~/paraglide/messages';

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { grants } = await requireRole(request, context, ...ENROLMENT_ROLES);
  const area = await enrollingArea(context.store.read, { code: params.code!, grants });
  const columns = [
    [m.imports_field_name(), m.imports_sample_name()],
    [m.imports_field_kana(), m.imports_sample_kana()],
    [m.imports_sample_head_birth(), m.imports_sample_birth()],
    [m.imports_field_municipality(), (area.cityName ?? '') + area.name],
    [m.imports_sample_head_relation(), m.imports_sample_relation()],
    [m.imports_field_audience(), m.imports_sample_audience()],
    [m.imports_field_ageBand(), m.imports_sample_age()],
    [m.imports_field_email(), 'hanako@example.jp'],
  ];
  return listFile({
    request,
    name: m.imports_sample_file(),
    header: columns.map(([title]) => title!),
    rows: [columns.map(([, value]) => value!)],
  });
}
