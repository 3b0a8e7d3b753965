import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { requireRole } from '~/auth/guards.server';
import {
  officeFileBound,
  PERSONAL_FILE_ROLES,
  personalFileBound,
} from '~/auth/policies/personal-file';
import { countPeopleInFile } from '~/domain/people/count-people-in-file.server';
import { countPeopleOfOffice } from '~/domain/people/count-people-of-office.server';
import { findRegion } from '~/domain/regions/find-region.server';
import { periodWords } from '~/flows/find-retention.server';
import { recordedItems } from '~/flows/personal-file-items';
import { formatDay, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PrintButton } from '~/ui/print-button';

/** From so many people on a register is to be published. */
const PEOPLE_TO_PUBLISH = 1000;

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.audit_file_title() }) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { grants } = await requireRole(request, context, ...PERSONAL_FILE_ROLES);
  const { read } = context.store;
  const at = now();
  const whole = await countPeopleInFile(read, { within: personalFileBound(grants) });
  const within = officeFileBound(grants);
  const named = whole?.named ?? (await countPeopleOfOffice(read, { within, at }));
  const codes = whole || within.everywhere ? [] : [...within.areaCodes];
  const offices = await Promise.all(codes.map((code) => findRegion(read, code)));
  const { retention } = context.content;
  return {
    isWhole: whole !== null,
    office: offices.flatMap((place) => place?.name ?? []).join(m.audit_role_and()),
    day: formatDay(jstDates(at).day),
    named: named.toLocaleString('ja-JP'),
    unnamed: whole?.unnamed.toLocaleString('ja-JP') ?? null,
    isLarge: named >= PEOPLE_TO_PUBLISH,
    items: recordedItems(),
    kept: retention
      ? m.audit_file_kept({
          learner: periodWords(retention.learnerIdleDays),
          guest: periodWords(retention.guestIdleDays),
        })
      : null,
  };
}

export default function PersonalFilePage() {
  const file = useLoaderData<typeof loader>();
  const facts: [string, ReactNode][] = [
    [m.audit_file_name_label(), m.audit_file_name_value()],
    [m.audit_file_office(), file.office || <Blank />],
    [m.audit_file_section(), <Blank key="section" />],
    [m.audit_file_purpose(), m.audit_file_purpose_value()],
    [m.audit_file_items(), <Items key="items" items={file.items} />],
    [m.audit_file_range(), m.audit_file_range_value()],
    [m.audit_file_collected(), m.audit_file_collected_value()],
    [m.audit_file_sensitive(), m.audit_file_sensitive_value()],
    [m.audit_file_given(), m.audit_file_given_value()],
    [m.audit_file_number(), <People key="people" {...file} />],
    [m.audit_file_kept_label(), file.kept ?? <Blank />],
    [m.audit_file_kind(), m.audit_file_kind_value()],
    [m.audit_file_ask(), <Blank key="ask" />],
    [m.audit_file_correct(), m.audit_file_correct_value()],
    [m.audit_file_notes(), <Blank key="notes" />],
  ];
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.audit_file_title()}
        lead={m.audit_file_lead()}
        crumbs={
          file.isWhole
            ? [{ title: m.audit_title(), to: '/admin/audit' }, { title: m.audit_file_title() }]
            : undefined
        }
      />
      <div className="no-print stack-s">
        <Notice kind={file.isLarge ? 'care' : 'info'}>
          <p>{file.isLarge ? m.audit_file_large() : m.audit_file_small()}</p>
          <p>{m.audit_file_check()}</p>
        </Notice>
        <PrintButton />
      </div>
      <table className="data-table w-full bg-card">
        <caption>{m.audit_file_caption({ day: file.day })}</caption>
        <tbody>
          {facts.map(([label, value]) => (
            <tr key={label}>
              <th scope="row" className="w-40 align-top">
                {label}
              </th>
              <td className="whitespace-normal">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What this service cannot know: a line to write on. */
function Blank() {
  return (
    <span className="block min-h-[1.75rem] border-b border-line">
      <span className="sr-only">{m.audit_file_blank()}</span>
    </span>
  );
}

function Items({ items }: { items: string[] }) {
  return (
    <ol className="m-0 pl-6 list-decimal">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ol>
  );
}

function People({ named, unnamed }: { named: string; unnamed: string | null }) {
  return (
    <>
      {m.audit_file_people({ count: named })}
      {unnamed ? (
        <span className="small block">{m.audit_file_unnamed({ count: unnamed })}</span>
      ) : null}
    </>
  );
}
