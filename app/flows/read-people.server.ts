import type { Db } from '~/db/store.server';
import { findListedFacts } from '~/domain/people/find-listed-facts.server';
import { findPeopleWithin } from '~/domain/people/find-people-within.server';
import { findRegion } from '~/domain/regions/find-region.server';
import {
  findReportedProgrammes,
  type ReportedProgramme,
} from '~/domain/reporting/find-reported-programmes.server';
import { jstDates } from '~/lib/clock';
import type { PeopleDesk } from './people-desk.server';
import type { ListedPerson } from './shown-person';

export type ReadPeople = {
  desk: PeopleDesk;
  /** `q`, `year`, `programme` and `page` as they stand in the address; each may be absent. */
  search: URLSearchParams;
  /** All pages in one, for a file. */
  whole: boolean;
  at: Date;
};

export type PeopleRead = {
  people: ListedPerson[];
  total: number;
  page: number;
  pages: number;
  asked: { q: string; year: string; programme: string };
  /** The newest first. */
  years: number[];
  programmes: ReportedProgramme[];
};

const PER_PAGE = 50;
const AT_ONCE = 500;
/** Always the same ones: which years stand here must not tell of anybody. */
const YEARS_SHOWN = 12;
const QUERY_LETTERS = 100;

/** What the screen and the files of a list of names are made from; null for a filter there is none of. */
export async function readPeople(db: Db, input: ReadPeople): Promise<PeopleRead | null> {
  const { desk, search, whole, at } = input;
  const { within } = desk;
  const programmes = await findReportedProgrammes(db);
  const thisYear = jstDates(at).fiscalYear;
  const years = Array.from({ length: YEARS_SHOWN }, (_, i) => thisYear - i);
  const asked = {
    q: (search.get('q') ?? '').trim().slice(0, QUERY_LETTERS),
    year: search.get('year') ?? '',
    programme: search.get('programme') ?? '',
  };
  const fiscalYear = asked.year === '' ? null : Number(asked.year);
  const programmeCode = asked.programme || null;
  if (fiscalYear !== null && !years.includes(fiscalYear)) return null;
  if (programmeCode && !programmes.some(({ code }) => code === programmeCode)) return null;
  const filter = { within, query: asked.q, fiscalYear, programmeCode };

  const { total } = await findPeopleWithin(db, { ...filter, limit: 1, offset: 0 });
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const page = Math.min(Math.max(Number.parseInt(search.get('page') ?? '', 10) || 1, 1), pages);
  const places = new Map<string, string>();
  const people: ListedPerson[] = [];
  const step = whole ? AT_ONCE : PER_PAGE;
  const first = whole ? 0 : (page - 1) * PER_PAGE;
  for (let offset = first; offset < (whole ? total : first + 1); offset += step) {
    const found = await findPeopleWithin(db, { ...filter, limit: step, offset });
    const facts = await findListedFacts(db, { people: found.people, within });
    for (const person of found.people) {
      const place = await placeOf(db, person.municipalityCode, places);
      people.push({ ...person, ...facts.get(person.id)!, place });
    }
  }
  return { people, total, page, pages, asked, years, programmes };
}

async function placeOf(db: Db, code: string | null, known: Map<string, string>): Promise<string> {
  if (code === null) return '';
  const found = known.get(code);
  if (found !== undefined) return found;
  const region = await findRegion(db, code);
  const label = region
    ? [region.prefectureName, region.cityName, region.name].filter(Boolean).join(' ')
    : code;
  known.set(code, label);
  return label;
}
