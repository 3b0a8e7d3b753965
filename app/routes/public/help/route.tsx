import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { Tag } from '~/ui/tag';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.public_help_title() }) },
];

/** Lines that are open to callers today; one that has ended, or has not begun, is not shown at all. */
export function loader({ context }: LoaderFunctionArgs) {
  const { day } = jstDates(now());
  const open = context.content.directory
    .filter(
      (line) =>
        (!line.validFrom || line.validFrom <= day) && (!line.validUntil || day <= line.validUntil),
    )
    .sort((a, b) => a.position - b.position);
  const kinds = ['phone', 'chat', 'web'] as const;
  return kinds
    .map((kind) => ({ kind, lines: open.filter((line) => line.kind === kind) }))
    .filter(({ lines }) => lines.length > 0);
}

type Group = ReturnType<typeof loader>[number];

const groupTitle = { phone: m.public_help_phone, chat: m.public_help_chat, web: m.public_help_web };

export default function Help() {
  const groups = useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.public_help_title()} lead={m.public_help_lead()} />
      <Notice kind="care" title={m.public_help_danger_title()}>
        <p>{m.public_help_danger()}</p>
      </Notice>
      {groups.length === 0 ? <p>{m.public_help_empty()}</p> : null}
      {groups.map(({ kind, lines }) => (
        <section key={kind} className="stack">
          <h2>{groupTitle[kind]()}</h2>
          <ul className="plain stack">
            {lines.map((line) => (
              <HelpLine key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
      <p className="small">{m.public_help_unverified_note()}</p>
    </div>
  );
}

function HelpLine({ line }: { line: Group['lines'][number] }) {
  const facts: [string, string | undefined][] = [
    [m.public_help_hours(), line.hours],
    [m.public_help_for(), line.for],
    [m.public_help_charge(), line.charge],
    [m.public_help_languages(), line.languages.join('、')],
  ];
  return (
    <Card as="li">
      <h3>{line.name}</h3>
      {line.number ? (
        <p>
          <a
            className="help-number"
            href={`tel:${line.number.replace(/[^0-9#+]/g, '').replace('#', '%23')}`}
          >
            {line.number}
          </a>
        </p>
      ) : null}
      {line.url ? (
        <p>
          <a href={line.url} rel="noreferrer">
            {line.url}
          </a>
        </p>
      ) : null}
      <dl className="facts">
        {facts
          .filter(([, value]) => value)
          .flatMap(([label, value]) => [
            <dt key={label}>{label}</dt>,
            <dd key={`${label}-is`}>{value}</dd>,
          ])}
      </dl>
      {line.note ? <p>{line.note}</p> : null}
      <p className="row small">
        <span>{m.public_help_checked({ date: formatDay(line.lastChecked) })}</span>
        <Tag kind={line.verified ? 'accent' : 'warm'}>
          {line.verified ? m.public_help_verified() : m.public_help_unverified()}
        </Tag>
      </p>
      {line.source ? (
        <p className="small">{m.public_help_source({ source: line.source })}</p>
      ) : null}
    </Card>
  );
}
