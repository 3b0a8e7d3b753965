import type { regions } from '~/db/schema.server';
import type { MunicipalityRelation, Sex } from '~/db/tables/people';
import type { Random } from './random';

export const DEMO_SEED = 20260401;
/** People with at least one completion. */
export const TRAINED_PEOPLE = 22_000;
/** More of them in the demo group, whose members lie in three prefectures. */
export const GROUP_PEOPLE = 260;
export const GROUP_MEMBERS = ['312011', '313025', '285854', '285862', '322067'];
/** People who began the online course and are still on their way. */
export const LEARNING_PEOPLE = 1_800;
/** Of the learning people, those who have no account. */
export const GUEST_SHARE = 0.45;
export const CERTIFIED_SHARE = 0.08;
export const YEARS = 3;

/** Prefectures of which every municipality takes part, and those of which some do. */
const WHOLE_PREFECTURES = ['270008', '310000'];
const PARTLY_SHARES: Record<string, number> = {
  '140007': 0.6,
  '010006': 0.08,
  '400009': 0.15,
  '130001': 0.2,
};

const KIND_WEIGHTS: Record<string, number> = {
  'designated-city': 34,
  city: 7,
  'special-ward': 9,
  town: 1.8,
  village: 0.7,
};
/** Cities that have trained for long. */
const KEEN: Record<string, number> = { '271403': 2.6, '312011': 2.2 };

export type Region = Pick<
  typeof regions.$inferSelect,
  'code' | 'kind' | 'name' | 'kana' | 'prefectureCode' | 'parentCode' | 'counted'
>;

/** A municipality that takes part, with the wards people name when it has any. */
export type Place = { region: Region; weight: number; wards: Region[] };

export function placesTakingPart(regionRows: Region[], random: Random): Place[] {
  const municipalities = regionRows.filter(({ kind, counted }) => counted && kind in KIND_WEIGHTS);
  return municipalities
    .filter(({ prefectureCode }) => {
      const share = WHOLE_PREFECTURES.includes(prefectureCode)
        ? 1
        : (PARTLY_SHARES[prefectureCode] ?? 0);
      return random.next() < share;
    })
    .map((region) => ({
      region,
      weight: KIND_WEIGHTS[region.kind]! * (0.5 + random.next()) * (KEEN[region.code] ?? 1),
      wards: regionRows.filter(({ parentCode }) => parentCode === region.code),
    }));
}

type Weighted<T> = readonly (readonly [T, number])[];

export const FIRST_STEP = 'gatekeeper-first-step';
export const DEMO_PROGRAMMES = [
  { code: FIRST_STEP, family: 'gatekeeper', title: 'ゲートキーパー はじめの一歩' },
  { code: 'gatekeeper-standard', family: 'gatekeeper', title: 'ゲートキーパー養成研修' },
  { code: 'tsunagari-supporter', family: 'tsunagari', title: 'つながりサポーター養成講座' },
  { code: 'kokoro-supporter', family: 'kokoro', title: '心のサポーター養成研修' },
] as const;

/** The online course grows year by year; the halls keep their share. */
export const PROGRAMME_WEIGHTS: Weighted<string>[] = [
  [
    [FIRST_STEP, 20],
    ['gatekeeper-standard', 50],
    ['tsunagari-supporter', 14],
    ['kokoro-supporter', 16],
  ],
  [
    [FIRST_STEP, 34],
    ['gatekeeper-standard', 38],
    ['tsunagari-supporter', 14],
    ['kokoro-supporter', 14],
  ],
  [
    [FIRST_STEP, 46],
    ['gatekeeper-standard', 28],
    ['tsunagari-supporter', 14],
    ['kokoro-supporter', 12],
  ],
];
export const YEAR_WEIGHTS = [0.25, 0.33, 0.42];
/** April first. Trainings gather round the prevention week in September and the month of March. */
export const MONTH_WEIGHTS = [0.5, 0.7, 0.9, 0.8, 0.5, 2.2, 1.1, 0.9, 0.7, 0.7, 0.9, 2.3];

export const AUDIENCE_WEIGHTS: Weighted<string> = [
  ['resident', 40],
  ['physician', 1],
  ['educator', 10],
  ['health-worker', 9],
  ['care-manager', 7],
  ['welfare-commissioner', 11],
  ['counsellor', 2],
  ['police', 1],
  ['fire', 3],
  ['public-servant', 11],
  ['other', 5],
];
const RESIDENT_AGES: Weighted<string> = [
  ['primary-school', 1],
  ['10s', 9],
  ['20s', 9],
  ['30s', 11],
  ['40s', 15],
  ['50s', 17],
  ['60s', 17],
  ['70s', 14],
  ['80s', 3],
  ['unanswered', 4],
];
const COMMISSIONER_AGES: Weighted<string> = [
  ['50s', 14],
  ['60s', 50],
  ['70s', 33],
  ['unanswered', 3],
];
const WORKING_AGES: Weighted<string> = [
  ['20s', 20],
  ['30s', 24],
  ['40s', 27],
  ['50s', 21],
  ['60s', 6],
  ['unanswered', 2],
];
const SEXES: Weighted<Sex> = [
  ['female', 58],
  ['male', 32],
  ['other', 1],
  ['unanswered', 9],
];

export type Traits = {
  sex: Sex;
  audience: string;
  ageBand: string;
  municipalityRelation: MunicipalityRelation;
};

export function makeTraits(random: Random): Traits {
  const audience = random.weighted(AUDIENCE_WEIGHTS);
  const ages =
    audience === 'resident'
      ? RESIDENT_AGES
      : audience === 'welfare-commissioner'
        ? COMMISSIONER_AGES
        : WORKING_AGES;
  const ageBand = random.weighted(ages);
  const studies = ['10s', '20s'].includes(ageBand) && audience === 'resident' && random.chance(0.3);
  const works = audience !== 'resident' && random.chance(0.25);
  return {
    sex: random.weighted(SEXES),
    audience,
    ageBand,
    municipalityRelation: studies ? 'student' : works ? 'worker' : 'resident',
  };
}
