import type { HelpLine } from '~/content/library';
import type { Db } from '~/db/store.server';
import { findShownEntries } from '~/domain/directory/find-shown-entries.server';
import { findNamedRegion } from '~/domain/regions/find-named-region.server';
import { findRegion } from '~/domain/regions/find-region.server';
import { findRegionsMatching } from '~/domain/regions/find-regions-matching.server';
import type { Place } from '~/domain/regions/place-columns.server';
import { jstDates } from '~/lib/clock';
import type { Edition } from '~/lib/edition';
import { isShownOn } from '~/lib/help-days';
import { isWay, isWorry, type Way, type Worry } from '~/lib/help-kinds';
import type { ShownWindow } from '~/lib/shown-window';
import * as m from '~/paraglide/messages';
import { shownEntry, shownLine } from './shown-window';

const PLACE_MAX_LENGTH = 100;
const URGENT = 3;
const PLACES_OFFERED = 12;

export type HelpAsked = { worry: Worry | null; way: Way | null; place: string };

/** What to search for, as it stands in the address; what is no worry or way of the list is not asked. */
export function readHelpAsked(search: URLSearchParams): HelpAsked {
  const worry = search.get('worry');
  const way = search.get('way');
  const place = (search.get('place') ?? '').trim().slice(0, PLACE_MAX_LENGTH);
  return { worry: isWorry(worry) ? worry : null, way: isWay(way) ? way : null, place };
}

/** `/help?worry=…` without what is not asked. */
export function helpSearch({ worry, way, place }: HelpAsked): string {
  const named = Object.entries({ worry, way, place }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  return named.length > 0 ? `?${new URLSearchParams(named)}` : '';
}

type HelpGroup = { id: string; title: string; lead: string | null; lines: ShownWindow[] };

type SearchHelp = {
  asked: HelpAsked;
  directory: readonly HelpLine[];
  /** Where she lives, when she is known and has said so. */
  ownCode: string | null;
  edition: Edition | null;
  at: Date;
};

const KINDS = [
  { kind: 'phone', title: m.directory_group_phone },
  { kind: 'chat', title: m.directory_group_chat },
  { kind: 'web', title: m.directory_group_web },
  { kind: 'window', title: m.directory_group_window },
] as const;

/** The windows that fit: of the town first, then of its prefecture, then those of the whole country. */
export async function searchHelp(db: Db, { asked, directory, ownCode, edition, at }: SearchHelp) {
  const { day } = jstDates(at);
  const fits = ({ worries, ways }: { worries: readonly Worry[]; ways: readonly Way[] }) =>
    (!asked.worry || worries.includes(asked.worry)) && (!asked.way || ways.includes(asked.way));
  const where = await findPlace(db, { words: asked.place, ownCode, day });
  const local = where.place ? await localGroups(db, where.place, { edition, at }) : [];
  const groups: HelpGroup[] = local.map(({ lines, ...group }) => ({
    ...group,
    lines: lines.flatMap(({ fitting, shown }) => (fits(fitting) ? [shown] : [])),
  }));
  const national = directory
    .filter((line) => isShownOn(line, day))
    .sort((a, b) => a.position - b.position)
    .map((line) => ({ line, shown: shownLine(line, { edition, at }) }));
  for (const { kind, title } of KINDS) {
    const lines = national.filter(({ line }) => line.kind === kind && fits(line));
    const lead = kind === 'window' ? m.directory_group_window_lead() : null;
    groups.push({ id: kind, title: title(), lead, lines: lines.map(({ shown }) => shown) });
  }
  const urgent = national.filter(({ line }) => line.number && line.worries.includes('death'));
  return {
    ...where,
    urgent: openFirst(urgent.map(({ shown }) => shown)).slice(0, URGENT),
    groups: groups
      .filter(({ lines }) => lines.length > 0)
      .map((group) => ({ ...group, lines: openFirst(group.lines) })),
    count: groups.reduce((sum, { lines }) => sum + lines.length, 0),
  };
}

type Seen = { edition: Edition | null; at: Date };

/** The windows of a town (with those of the city a ward belongs to) and of its prefecture. */
async function localGroups(db: Db, place: Place, seen: Seen) {
  const { code, parentCode, prefectureCode, prefectureName } = place;
  const areaCodes = [code, parentCode, prefectureCode].flatMap((one) => one ?? []);
  const entries = await findShownEntries(db, { areaCodes, day: jstDates(seen.at).day });
  const isPrefectures = ({ areaCode }: { areaCode: string }) => areaCode === prefectureCode;
  const town = { id: 'town', area: nameOf(place), own: entries.filter((e) => !isPrefectures(e)) };
  const above = { id: 'prefecture', area: prefectureName, own: entries.filter(isPrefectures) };
  return [town, above].map(({ id, area, own }) => ({
    id,
    title: m.directory_group_area({ area }),
    lead: null,
    lines: own.map((entry) => ({ fitting: entry, shown: shownEntry(entry, seen) })),
  }));
}

type Named = Pick<Place, 'name' | 'cityName'>;
const nameOf = ({ name, cityName }: Named) => (cityName ?? '') + name;

type FindPlace = { words: string; ownCode: string | null; day: string };

/** The town that is asked for, else her own; what cannot be told apart comes back as choices. */
async function findPlace(db: Db, { words, ownCode, day }: FindPlace) {
  const none = { place: null, placeName: null, isOwn: false, places: [], isUnknown: false };
  if (words === '') {
    const own = ownCode ? await findRegion(db, ownCode) : null;
    return own ? { ...none, place: own, placeName: nameOf(own), isOwn: true } : none;
  }
  const found = await findNamedRegion(db, { words, day });
  if (!('refused' in found)) return { ...none, place: found, placeName: nameOf(found) };
  const places = await findRegionsMatching(db, { query: words, limit: PLACES_OFFERED, day });
  const [only] = places;
  if (only && places.length === 1) return { ...none, place: only, placeName: nameOf(only) };
  const offered = places.map(({ code, prefectureName, ...names }) => ({
    code,
    label: `${prefectureName} ${nameOf(names)}`,
  }));
  return { ...none, places: offered, isUnknown: offered.length === 0 };
}

/** Those that are open now, then those of which nobody says, then those that are closed. */
function openFirst(lines: readonly ShownWindow[]): ShownWindow[] {
  const rank = ({ now }: ShownWindow) => (now === null ? 1 : now.isOpen ? 0 : 2);
  return [...lines].sort((a, b) => rank(a) - rank(b));
}
