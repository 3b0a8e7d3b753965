import type {
  completions,
  organisations,
  regionGroupMembers,
  regionGroups,
} from '~/db/schema.server';
import { DEMO_GROUP, DEMO_SHAKYO } from './demo-accounts';
import { GROUP_MEMBERS, type Place, type Region } from './demo-plan';

type Row<T extends { $inferInsert: unknown }> = T['$inferInsert'];

const SAKAI = '271403';
/** Of the city's own classes of this programme, every so many is held by the shakyo. */
const SHARED_PROGRAMME = 'gatekeeper-standard';
const SHARED_EVERY = 5;
const SHAKYO_PROGRAMME = 'tsunagari-supporter';

/** The members of the demo group as places where people learn; those of other prefectures are known by it alone. */
export function placesOfGroup(regionRows: Region[], places: Place[]): Place[] {
  return regionRows
    .filter(({ code }) => GROUP_MEMBERS.includes(code))
    .map(
      (region) =>
        places.find((place) => place.region.code === region.code) ?? {
          region,
          weight: region.kind === 'city' ? 6 : 2,
          wards: [],
        },
    );
}

export function makeGroup(places: Place[], at: Date) {
  const group: Row<typeof regionGroups> = {
    id: DEMO_GROUP,
    kind: 'core-city-area',
    name: '見本の連携圏',
    kana: 'ミホンノレンケイケン',
    createdAt: at,
  };
  const members: Row<typeof regionGroupMembers>[] = places.map(({ region }) => ({
    groupId: DEMO_GROUP,
    areaCode: region.code,
  }));
  return { group, members };
}

export function makeShakyo(at: Date): Row<typeof organisations> {
  return {
    id: DEMO_SHAKYO,
    kind: 'shakyo',
    name: '社会福祉法人 堺市社会福祉協議会 見本',
    kana: 'シャカイフクシホウジン　サカイシシャカイフクシキョウギカイ　ミホン',
    department: '地域福祉課',
    areaCode: SAKAI,
    seriesPrefix: '27140-1',
    demo: true,
    createdAt: at,
  };
}

/** Gives the shakyo its share of what was held in the city. */
export function withShakyo(
  rows: Row<typeof completions>[],
  shakyo: Row<typeof organisations>,
): Row<typeof completions>[] {
  let shared = 0;
  return rows.map((row) => {
    if (row.organisationId !== `demo-host-${SAKAI}`) return row;
    const isShared =
      row.programmeCode === SHAKYO_PROGRAMME ||
      (row.programmeCode === SHARED_PROGRAMME && shared++ % SHARED_EVERY === 0);
    return isShared ? { ...row, organisationId: shakyo.id, hostName: shakyo.name } : row;
  });
}
