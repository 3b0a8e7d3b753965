import type { CameBy, ListedFacts } from '~/domain/people/find-listed-facts.server';
import type { PersonRow } from '~/domain/people/person-columns.server';
import type { ReportedProgramme } from '~/domain/reporting/find-reported-programmes.server';
import { formatDay, jstDates } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import * as m from '~/paraglide/messages';

export type ListedPerson = PersonRow & ListedFacts & { place: string };

const cameByWords: Record<CameBy, () => string> = {
  list: m.people_came_by_list,
  desk: m.people_came_by_desk,
  herself: m.people_came_by_herself,
};

/** A person in the words of a page or a file. */
export function shownPerson(listed: ListedPerson, programmes: ReportedProgramme[]) {
  const { id, name, kana, number, birthYear, registeredAt, consentAt, place } = listed;
  return {
    id,
    name: name ?? '',
    kana: kana ?? '',
    number: number ? groupCode(number) : '',
    place,
    birthYear: birthYear === null ? '' : m.people_birth_year_value({ year: String(birthYear) }),
    cameBy: cameByWords[listed.cameBy](),
    consentDay: consentAt ? formatDay(jstDates(consentAt).day) : '',
    registeredDay: registeredAt ? formatDay(jstDates(registeredAt).day) : '',
    records: listed.recordIds.length,
    completions: listed.completions.map(({ programmeCode, day }) => ({
      title: programmes.find(({ code }) => code === programmeCode)?.title ?? programmeCode,
      day: formatDay(day),
    })),
  };
}

export type ShownPerson = ReturnType<typeof shownPerson>;
