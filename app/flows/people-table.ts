import type { Column, ReportTable } from '~/documents/table';
import { formatDay, formatFiscalYear, formatTime, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import type { PeopleDesk } from './people-desk.server';
import type { PeopleRead } from './read-people.server';
import { shownPerson } from './shown-person';

type Made = {
  desk: PeopleDesk;
  purpose: string;
  madeBy: string | null;
  demo: boolean;
  at: Date;
};

const text = (title: string, width: number): Column => ({ title, width, kind: 'text' });
const day = (title: string): Column => ({
  title,
  width: Math.max(14, title.length * 2),
  kind: 'date',
});

/** A list of names as a file: a row for each person, a column for each programme with the day it was completed. */
export function peopleTable(read: PeopleRead, made: Made): ReportTable {
  const { people, programmes } = read;
  const known = new Set(people.flatMap((person) => person.completions.map((c) => c.programmeCode)));
  const shown = programmes.filter(({ code }) => known.has(code));
  return {
    title: m.people_title({ area: made.desk.areaName }),
    head: tableHead(read, made),
    columns: [
      text(m.people_col_number(), 18),
      text(m.people_col_name(), 20),
      text(m.people_col_kana(), 24),
      text(m.people_col_place(), 28),
      ...shown.map(({ title }) => day(title)),
      text(m.people_col_came_by(), 22),
      day(m.people_col_consent()),
    ],
    rows: people.map((person) => {
      const { number, name, kana, place, cameBy } = shownPerson(person, programmes);
      const dayOf = (code: string) =>
        person.completions.find(({ programmeCode }) => programmeCode === code)?.day ?? null;
      return [
        number,
        name,
        kana,
        place,
        ...shown.map(({ code }) => dayOf(code)),
        cameBy,
        person.consentAt ? jstDates(person.consentAt).day : null,
      ];
    }),
  };
}

function tableHead(
  read: PeopleRead,
  { desk, purpose, madeBy, demo, at }: Made,
): ReportTable['head'] {
  const { asked, total, programmes } = read;
  const programme = programmes.find(({ code }) => code === asked.programme);
  const made = { day: formatDay(jstDates(at).day), time: formatTime(at) };
  return [
    [m.people_head_area(), m.people_head_area_value({ area: desk.areaName, code: desk.areaCode })],
    [m.people_head_count(), m.people_count({ count: total.toLocaleString('ja-JP') })],
    ...(asked.q ? [[m.people_head_query(), asked.q] as [string, string]] : []),
    [
      m.people_filter_year(),
      asked.year ? formatFiscalYear(Number(asked.year)) : m.people_filter_all_years(),
    ],
    [m.people_filter_programme(), programme?.title ?? m.people_filter_all_programmes()],
    [m.people_head_purpose(), purpose],
    [m.people_head_made_at(), m.people_head_made_at_value(made)],
    ...(madeBy ? [[m.people_head_made_by(), madeBy] as [string, string]] : []),
    [m.people_head_care(), m.people_head_care_value()],
    ...(demo ? [[m.people_head_demo(), m.people_head_demo_value()] as [string, string]] : []),
  ];
}
