import type { completions } from '~/db/schema.server';
import { jstDates, jstInstant, monthsOfFiscalYear } from '~/lib/clock';
import {
  FIRST_STEP,
  makeTraits,
  MONTH_WEIGHTS,
  PROGRAMME_WEIGHTS,
  YEAR_WEIGHTS,
  YEARS,
  type Place,
  type Traits,
} from './demo-plan';
import type { Random } from './random';

export type Completed = Pick<
  typeof completions.$inferSelect,
  | 'programmeCode'
  | 'completedAt'
  | 'day'
  | 'month'
  | 'fiscalYear'
  | 'municipalityCode'
  | 'prefectureCode'
  | 'audience'
> & { hostPlace: string; online: boolean };

export type Trained = Traits & {
  municipalityCode: string;
  registeredAt: Date;
  completed: Completed[];
};

const DAY_MS = 86_400_000;
const TWICE_SHARE = 0.14;
const THRICE_SHARE = 0.02;
const MOVED_SHARE = 0.08;

/** A moment of teaching or learning, before `at`; trainings in halls end by day, learning at home goes on into the evening. */
function makeMoment(random: Random, yearIndex: number, at: Date): Date | null {
  const fiscalYear = jstDates(at).fiscalYear - (YEARS - 1) + yearIndex;
  const months = monthsOfFiscalYear(fiscalYear);
  const month = random.weighted(months.map((name, i) => [name, MONTH_WEIGHTS[i]!] as const));
  const day = String(1 + random.below(28)).padStart(2, '0');
  const minutes = 9 * 60 + random.below(13 * 60);
  const moment = new Date(
    jstInstant(`${month}-${day}`).getTime() + minutes * 60_000 + random.below(60_000),
  );
  return moment < at ? moment : null;
}

function wherePeopleOf(place: Place, random: Random): string {
  return place.wards.length > 0 ? random.pick(place.wards).code : place.region.code;
}

type MakeTrained = { places: Place[]; howMany: number; random: Random; at: Date };

/** People who completed something in the three fiscal years up to `at`, in plausible proportions. */
export function makeTrainedPeople({ places, howMany, random, at }: MakeTrained): Trained[] {
  const weightedPlaces = places.map((place) => [place, place.weight] as const);
  const years = YEAR_WEIGHTS.map((weight, i) => [i, weight] as const);
  const people: Trained[] = [];
  while (people.length < howMany) {
    const traits = makeTraits(random);
    const home = random.weighted(weightedPlaces);
    const municipalityCode = wherePeopleOf(home, random);
    const times = random.chance(TWICE_SHARE) ? 2 : random.chance(THRICE_SHARE) ? 3 : 1;
    const completed: Completed[] = [];
    for (let i = 0; i < times; i += 1) {
      const yearIndex = random.weighted(years);
      const completedAt = makeMoment(random, yearIndex, at);
      const programmeCode = random.weighted(PROGRAMME_WEIGHTS[yearIndex]!);
      if (!completedAt || completed.some((other) => other.programmeCode === programmeCode))
        continue;
      const moved = i > 0 && random.chance(MOVED_SHARE);
      const place = moved ? random.weighted(weightedPlaces) : home;
      completed.push({
        programmeCode,
        completedAt,
        ...jstDates(completedAt),
        municipalityCode: moved ? wherePeopleOf(place, random) : municipalityCode,
        prefectureCode: place.region.prefectureCode,
        audience: traits.audience,
        hostPlace: place.region.code,
        online: programmeCode === FIRST_STEP,
      });
    }
    const first = Math.min(...completed.map(({ completedAt }) => completedAt.getTime()));
    if (completed.length === 0) continue;
    const registeredAt = new Date(first - random.below(10 * DAY_MS));
    people.push({ ...traits, municipalityCode, registeredAt, completed });
  }
  return people.sort((a, b) => a.registeredAt.getTime() - b.registeredAt.getTime());
}
