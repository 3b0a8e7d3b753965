import type {
  certificates,
  certificateSeries,
  completions,
  enrolments,
  organisations,
  people,
} from '~/db/schema.server';
import { certificateNumber } from '~/domain/certificates/certificate-number';
import { numberCheckDigit } from '~/domain/people/number-check-digit';
import { foldText } from '~/lib/japanese';
import type { Completed, Trained } from './demo-history';
import { makeName } from './demo-names';
import {
  CERTIFIED_SHARE,
  FIRST_STEP,
  GUEST_SHARE,
  LEARNING_PEOPLE,
  makeTraits,
  type Place,
  type Region,
} from './demo-plan';
import type { Random } from './random';

type Row<T extends { $inferInsert: unknown }> = T['$inferInsert'];
export type OnlineCourse = {
  id: string;
  versionId: string;
  versionNumber: number;
  minutes: number;
  lessonIds: string[];
};
export type Attested = { title: string; courseTitle: string; body: string };

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;
const DAY_MS = 86_400_000;

export function makeHosts(
  regionRows: Region[],
  places: Place[],
  at: Date,
): Row<typeof organisations>[] {
  const prefectureCodes = new Set(places.map(({ region }) => region.prefectureCode));
  const prefectures = regionRows.filter(
    ({ kind, code }) => kind === 'prefecture' && prefectureCodes.has(code),
  );
  return [...prefectures, ...places.map(({ region }) => region)].map(
    ({ code, kind, name, kana }) => ({
      id: `demo-host-${code}`,
      kind: kind === 'prefecture' ? 'prefecture' : 'municipality',
      name,
      kana,
      department: departmentOf(kind),
      areaCode: code,
      seriesPrefix: code.slice(0, 5),
      demo: true,
      createdAt: at,
    }),
  );
}

function departmentOf(kind: Region['kind']): string {
  if (kind === 'prefecture') return '福祉部 地域福祉課';
  if (kind === 'designated-city') return '健康福祉局 地域共生推進課';
  return kind === 'city' || kind === 'special-ward' ? '健康福祉部 健康推進課' : '保健福祉課';
}

const FIRST_NUMBER = 20_000_000_000;
const NUMBER_STEP = 104_729;

/** A 受講番号 for the nth demo person. */
export function demoNumber(n: number): string {
  const digits = String(FIRST_NUMBER + n * NUMBER_STEP);
  return digits + numberCheckDigit(digits);
}

export function makePersonRow(
  trained: Omit<Trained, 'completed'>,
  random: Random,
): Row<typeof people> {
  const { name, kana } = makeName(random, trained.sex);
  return {
    id: random.id(trained.registeredAt),
    name,
    kana,
    kanaKey: foldText(kana),
    municipalityCode: trained.municipalityCode,
    municipalityRelation: trained.municipalityRelation,
    audience: trained.audience,
    ageBand: trained.ageBand,
    sex: trained.sex,
    demo: true,
    createdAt: trained.registeredAt,
    registeredAt: trained.registeredAt,
  };
}

type WhatFor = {
  person: Row<typeof people>;
  course: OnlineCourse | null;
  hostNames: Map<string, string>;
  random: Random;
};

export function makeCompletionRow(
  completed: Completed,
  { person, course, hostNames, random }: WhatFor,
): Row<typeof completions> {
  const { hostPlace, online, ...facts } = completed;
  const taken = online ? course : null;
  return {
    ...facts,
    id: random.id(completed.completedAt),
    personId: person.id,
    cycle: 1,
    courseId: taken?.id ?? null,
    versionId: taken?.versionId ?? null,
    organisationId: `demo-host-${hostPlace}`,
    hostName: hostNames.get(hostPlace) ?? null,
    municipalityRelation: person.municipalityRelation ?? 'resident',
    ageBand: person.ageBand ?? 'unanswered',
    sex: person.sex ?? null,
    demo: true,
  };
}

/** The enrolment behind each completion of the online course. */
export function makeFinishedEnrolments(
  rows: Row<typeof completions>[],
  course: OnlineCourse,
  random: Random,
): Row<typeof enrolments>[] {
  return rows
    .filter(({ programmeCode }) => programmeCode === FIRST_STEP)
    .map(({ personId, completedAt, organisationId }) => {
      const startedAt = new Date(completedAt.getTime() - random.below(6 * DAY_MS) - 1_800_000);
      return {
        id: random.id(startedAt),
        personId,
        courseId: course.id,
        versionId: course.versionId,
        organisationId,
        lastLessonId: course.lessonIds.at(-1) ?? null,
        startedAt,
        lastSeenAt: completedAt,
        finishedAt: completedAt,
      };
    });
}

/** People on their way through the online course, some of them without an account. */
export function makeLearning(places: Place[], course: OnlineCourse, random: Random, at: Date) {
  const persons: Row<typeof people>[] = [];
  const underWay: Row<typeof enrolments>[] = [];
  for (let i = 0; i < LEARNING_PEOPLE; i += 1) {
    const startedAt = new Date(at.getTime() - random.below(300 * DAY_MS) - DAY_MS);
    const { region, wards } = random.weighted(
      places.map((place) => [place, place.weight] as const),
    );
    const traits = makeTraits(random);
    const municipalityCode = wards.length > 0 ? random.pick(wards).code : region.code;
    const registered = makePersonRow(
      { ...traits, municipalityCode, registeredAt: startedAt },
      random,
    );
    const isGuest = random.chance(GUEST_SHARE);
    const { id } = registered;
    persons.push(isGuest ? { id, demo: true, createdAt: startedAt } : registered);
    underWay.push({
      id: random.id(startedAt),
      personId: id,
      courseId: course.id,
      versionId: course.versionId,
      organisationId: isGuest ? null : `demo-host-${region.code}`,
      lastLessonId: course.lessonIds[random.below(course.lessonIds.length)] ?? null,
      startedAt,
      lastSeenAt: new Date(startedAt.getTime() + random.below(DAY_MS)),
    });
  }
  return { persons, underWay };
}

type Certify = {
  completionRows: Row<typeof completions>[];
  personOf: Map<string, Row<typeof people>>;
  hosts: Map<string, Row<typeof organisations>>;
  /** A completion that is certified in any case. */
  always: string;
  course: OnlineCourse | null;
  attested: Map<string, Attested>;
  random: Random;
};

/** Certificates of a sample, numbered in each host's series in the order of completion. */
export function makeCertificates(input: Certify) {
  const { completionRows, personOf, hosts, always, course, attested, random } = input;
  const lastSerials = new Map<string, Row<typeof certificateSeries>>();
  const rows: Row<typeof certificates>[] = [];
  for (const completion of completionRows) {
    const words = attested.get(completion.programmeCode);
    const person = personOf.get(completion.personId);
    const host = hosts.get(completion.organisationId ?? '');
    const isChosen = random.chance(CERTIFIED_SHARE) || completion.id === always;
    if (!isChosen || !words || !person?.name || !person.kana || !host) continue;
    const { fiscalYear, completedAt, courseId } = completion;
    const organisationId = host.id;
    const key = `${organisationId} ${fiscalYear}`;
    const serial = (lastSerials.get(key)?.lastSerial ?? 0) + 1;
    lastSerials.set(key, { organisationId, fiscalYear, lastSerial: serial });
    rows.push({
      id: random.id(completedAt),
      code: Array.from(
        { length: CODE_LENGTH },
        () => CROCKFORD[random.below(CROCKFORD.length)],
      ).join(''),
      personId: completion.personId,
      completionId: completion.id,
      programmeCode: completion.programmeCode,
      cycle: completion.cycle,
      organisationId,
      fiscalYear,
      serial,
      number: certificateNumber({ prefix: host.seriesPrefix, fiscalYear, serial }),
      title: words.title,
      courseTitle: words.courseTitle,
      holderName: person.name,
      holderKana: person.kana,
      bodyText: words.body,
      hostName: host.name,
      hostDepartment: host.department,
      issuedOn: completion.day,
      minutes: courseId ? (course?.minutes ?? null) : null,
      versionNumber: courseId ? (course?.versionNumber ?? null) : null,
      specimen: true,
      createdAt: completedAt,
    });
  }
  return { rows, series: [...lastSerials.values()] };
}
