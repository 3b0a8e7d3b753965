import type { HelpLine } from '~/content/library';
import type { ShownEntry } from '~/domain/directory/find-shown-entries.server';
import { formatDay, jstDates } from '~/lib/clock';
import type { Edition } from '~/lib/edition';
import { isStale } from '~/lib/help-days';
import type { ShownWindow } from '~/lib/shown-window';
import { hoursWords, openingNow } from './opening-words';

type Seen = { edition: Edition | null; at: Date };

export function shownLine(line: HelpLine, { edition, at }: Seen): ShownWindow {
  const own = edition ? line[edition] : undefined;
  return {
    id: line.id,
    name: own?.name ?? line.name,
    isTranslated: Boolean(own),
    number: line.number ?? null,
    url: line.url ?? null,
    now: line.hoursOpen && openingNow(line.hoursOpen, at),
    mayDifferOnHolidays: line.hoursOpen?.holidays === 'unknown',
    hours: line.hours,
    forWhom: own?.for ?? line.for,
    find: line.find ?? null,
    address: null,
    charge: line.charge ?? null,
    languages: line.languages.join('、') || null,
    note: own?.note ?? line.note ?? null,
    checkedOn: formatDay(line.lastChecked, edition),
    isStale: isStale(line, jstDates(at).day),
    verified: line.verified,
    source: line.source,
  };
}

export function shownEntry(entry: ShownEntry, { edition, at }: Seen): ShownWindow {
  const { hoursOpen } = entry;
  const inWords = hoursOpen && hoursWords(hoursOpen);
  return {
    id: entry.id,
    name: entry.name,
    isTranslated: false,
    number: entry.number,
    url: entry.url,
    now: hoursOpen && openingNow(hoursOpen, at),
    mayDifferOnHolidays: hoursOpen?.holidays === 'unknown',
    hours: [inWords, entry.hours].filter(Boolean).join('。'),
    forWhom: entry.forWhom,
    find: null,
    address: entry.address,
    charge: null,
    languages: entry.languages,
    note: entry.note,
    checkedOn: formatDay(entry.lastChecked, edition),
    isStale: isStale(entry, jstDates(at).day),
    verified: null,
    source: null,
  };
}
