import { formatDay, formatTime, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import type { OwnRecord, RecordRow } from './collect-own-record.server';
import { RECORD_FIELDS, RECORD_TITLES, recordValue } from './own-record-words';

const STYLE = `
:root { color-scheme: light; font-family: system-ui, sans-serif; line-height: 1.8; color: #1c2321; background: #fff; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; border-top: 2px solid #1c2321; padding-top: 0.5rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: 0.15rem 1rem; margin: 0; }
dt { font-weight: 700; } dd { margin: 0; white-space: pre-wrap; }
a { color: #0b5d4e; }
@media (max-width: 36rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.4rem; } }
@media print { nav { display: none; } body { padding: 0; } h3 { break-after: avoid; } }
`;

/** The copy as one page that needs nothing else: no script, no picture, no address of ours. */
export function ownRecordPage(record: OwnRecord, { at }: { at: Date }): string {
  const sections = Object.entries(record);
  const contents = sections
    .map(
      ([table, rows]) =>
        `<li><a href="#${table}">${escape(titleOf(table))}</a> ${escape(countOf(rows))}</li>`,
    )
    .join('');
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${escape(m.trust_file_title())}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(m.trust_file_title())}</h1>
<p>${escape(m.trust_file_made({ time: shownTime(at) }))}</p>
<nav aria-label="${escape(m.trust_file_contents())}"><ul>${contents}</ul></nav>
${sections.map(([table, rows]) => sectionOf(table, rows)).join('\n')}
</main>
</body>
</html>
`;
}

const titleOf = (table: string) => RECORD_TITLES[table]?.() ?? table;
const countOf = (rows: RecordRow[]) => m.trust_held_count({ count: String(rows.length) });

function sectionOf(table: string, rows: RecordRow[]): string {
  const title = escape(titleOf(table));
  const body =
    rows.length === 0
      ? `<p>${escape(m.trust_file_empty())}</p>`
      : rows.map((row, i) => `<h3>${title} ${i + 1}</h3>\n${listOf(row)}`).join('\n');
  return `<section aria-labelledby="${table}">\n<h2 id="${table}">${title}</h2>\n${body}\n</section>`;
}

function listOf(row: RecordRow): string {
  const entries = Object.entries(row).filter(([, value]) => value !== null && value !== '');
  const items = entries.map(
    ([field, value]) =>
      `<dt>${escape(RECORD_FIELDS[field]?.() ?? field)}</dt><dd>${escape(shown(field, value))}</dd>`,
  );
  return `<dl>${items.join('')}</dl>`;
}

function shown(field: string, value: unknown): string {
  if (value instanceof Date) return shownTime(value);
  if (typeof value === 'boolean') return value ? m.trust_file_yes() : m.trust_file_no();
  if (Array.isArray(value)) return value.map((one) => shown(field, one)).join('\n');
  if (typeof value === 'object') return JSON.stringify(value);
  return recordValue(field, String(value));
}

function shownTime(at: Date): string {
  return `${formatDay(jstDates(at).day)} ${formatTime(at)}`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
}
