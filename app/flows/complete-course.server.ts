import type { Programme } from '~/content/library';
import type { Db } from '~/db/store.server';
import { findBestShares } from '~/domain/assessment/find-best-shares.server';
import { findCertificate } from '~/domain/certificates/find-certificate.server';
import { findSpecimenMode } from '~/domain/certificates/find-specimen-mode.server';
import { issueCertificate } from '~/domain/certificates/issue-certificate.server';
import { findCourseVersion, type CourseVersion } from '~/domain/courses/find-course-version.server';
import { findCourse, type Course } from '~/domain/courses/find-course.server';
import { cycleAt } from '~/domain/learning/cycle-at';
import { isRuleMet } from '~/domain/learning/is-rule-met';
import { findCompletion, type Completion } from '~/domain/learning/find-completion.server';
import { findDoneSteps } from '~/domain/learning/find-done-steps.server';
import { findEnrolment, type Enrolment } from '~/domain/learning/find-enrolment.server';
import { findLearner, type Learner } from '~/domain/learning/find-learner.server';
import { findProgrammeEnrolments } from '~/domain/learning/find-programme-enrolments.server';
import { finishEnrolment } from '~/domain/learning/finish-enrolment.server';
import { recordCompletion } from '~/domain/learning/record-completion.server';
import { ensureOperator, type Organisation } from '~/domain/organisations/ensure-operator.server';
import { findHostProgramme } from '~/domain/organisations/find-host-programme.server';
import type { HostProgramme } from '~/domain/organisations/find-host-programmes.server';
import { takeSerial } from '~/domain/organisations/take-serial.server';
import { addToCounts } from '~/domain/reporting/add-to-counts.server';
import { lastDayOfTerm } from '~/lib/clock';
import { findOwnHost } from './find-own-host.server';
import { findPartsStanding } from './find-parts-standing.server';

/** What of a programme decides on completion and certificate. */
export type ProgrammeRule = Pick<
  Programme,
  'code' | 'title' | 'minutes' | 'parts' | 'completion' | 'live'
> & { attests: Pick<NonNullable<Programme['attests']>, 'title' | 'body'> | null };

export type CompleteCourse = {
  personId: string;
  courseId: string;
  programme: ProgrammeRule;
  at: Date;
};

export type CompletedCourse =
  | { state: 'not-yet' }
  /** This course is finished; the programme asks for another part, or for one held with a teacher. */
  | { state: 'course-finished'; finishedAt: Date }
  | { state: 'needs-account'; finishedAt: Date }
  | {
      state: 'completed';
      finishedAt: Date;
      completionId: string;
      certificateId: string | null;
    };

/**
 * Inside a transaction: when every lesson is done, marks the enrolment as finished and, when every part
 * of the programme is, writes for a registered person the completion, the counts and the certificate.
 * Safe to repeat: what is written is found, never written again.
 */
export async function completeCourse(db: Db, input: CompleteCourse): Promise<CompletedCourse> {
  const { courseId, programme, at } = input;
  const enrolment = await findEnrolment(db, input);
  const course = await findCourse(db, { id: courseId });
  if (!enrolment || !course) return { state: 'not-yet' };
  const { personId } = enrolment;

  const courseFinishedAt =
    enrolment.finishedAt ?? (await whenRuleWasMet(db, { enrolment, course, programme, at }));
  if (!courseFinishedAt) return { state: 'not-yet' };
  await finishEnrolment(db, { enrolmentId: enrolment.id, at: courseFinishedAt });

  const programmeCode = programme.code;
  const own = { personId, programmeCode };
  const cycle = cycleAt(await findProgrammeEnrolments(db, own), courseFinishedAt);
  // What is completed stands, whatever its host or its programme asks for since.
  const earlier = await findCompletion(db, { ...own, cycle });
  if (earlier) return completed(db, earlier);

  const learner = await findLearner(db, { personId, at: courseFinishedAt });
  const cityCode = learner?.cityCode ?? null;
  const ownHost = await findOwnHost(db, { ...own, cityCode });
  const host = ownHost ?? (learner && (await ensureOperator(db, { at })));
  const decided = host && (await findHostProgramme(db, { organisationId: host.id, programmeCode }));
  const { parts } = await findPartsStanding(db, {
    programme,
    personId,
    electiveCourseId: decided?.electiveCourseId ?? null,
  });
  // A course that its programme no longer names stands for itself, as it did when it was begun.
  const isNamed = programme.parts.some(({ courses }) => courses.includes(course.slug));
  const asked = isNamed ? parts : [];
  const missing = asked.some(({ doneAt }) => doneAt === null);
  // Learning online prepares for a part held with a teacher; it does not stand for it.
  if (programme.live.required || missing) {
    return { state: 'course-finished', finishedAt: courseFinishedAt };
  }
  const finishedAt = asked.reduce(
    (latest, { doneAt }) => (doneAt && doneAt > latest ? doneAt : latest),
    courseFinishedAt,
  );
  if (!learner || !host) return { state: 'needs-account', finishedAt };
  const { cityCode: _cityCode, demo, name: _name, kana: _kana, ...facts } = learner;
  const version = await versionAt(db, { enrolment, course, finishedAt });
  const specimen = demo || (await findSpecimenMode(db));
  const { completion, created } = await recordCompletion(db, {
    ...facts,
    ...own,
    cycle,
    courseId,
    versionId: version.id,
    organisationId: host.id,
    hostName: host.name,
    completedAt: finishedAt,
    demo: specimen,
  });
  if (created) {
    await addToCounts(db, { completionId: completion.id });
    await certify(db, { completion, learner, host, decided, programme, version, specimen, at });
  }
  return completed(db, completion);
}

async function completed(db: Db, { id, completedAt }: Completion): Promise<CompletedCourse> {
  const certificate = await findCertificate(db, { completionId: id });
  return {
    state: 'completed',
    finishedAt: completedAt,
    completionId: id,
    certificateId: certificate?.id ?? null,
  };
}

type Rule = { enrolment: Enrolment; course: Course; programme: ProgrammeRule; at: Date };

/** The moment of the last step, not the moment of asking: the fiscal year of a completion depends on it. */
async function whenRuleWasMet(db: Db, { enrolment, course, programme, at }: Rule) {
  const { outline, publishedAt } = course.version;
  const steps = await findDoneSteps(db, { enrolmentId: enrolment.id });
  const met = isRuleMet({
    lessons: outline.lessons.map(({ id, quizHash }) => ({ id, hasQuiz: quizHash !== null })),
    doneLessonIds: steps.map(({ lessonId }) => lessonId),
    bestShares: await findBestShares(db, {
      enrolmentId: enrolment.id,
      since: enrolment.cycleBegunAt,
    }),
    rightShare: programme.completion.rightShare,
  });
  if (!met) return null;
  const asked = new Set(outline.lessons.map(({ id }) => id));
  const done = steps.filter(({ lessonId }) => asked.has(lessonId));
  const last = done.at(-1);
  if (!last || done.length < asked.size) return at;
  return last.doneAt > publishedAt ? last.doneAt : publishedAt;
}

function isOneCourse({ parts }: ProgrammeRule): boolean {
  return parts.length === 1 && parts[0]?.courses.length === 1;
}

type Finish = { enrolment: Enrolment; course: Course; finishedAt: Date };

/** The version in which the last step before the finish was done. */
async function versionAt(
  db: Db,
  { enrolment, course, finishedAt }: Finish,
): Promise<CourseVersion> {
  const steps = await findDoneSteps(db, { enrolmentId: enrolment.id });
  const last = steps.filter(({ doneAt }) => doneAt <= finishedAt).at(-1);
  const id = last?.versionId ?? enrolment.versionId;
  return (await findCourseVersion(db, { id })) ?? course.version;
}

type Certify = {
  completion: Completion;
  learner: Learner;
  host: Organisation;
  decided: HostProgramme | null;
  programme: ProgrammeRule;
  version: CourseVersion;
  specimen: boolean;
  at: Date;
};

/** Copies every word to be printed. A programme that attests nothing issues nothing. */
async function certify(db: Db, input: Certify): Promise<void> {
  const { completion, learner, host, decided, programme, version, specimen, at } = input;
  const { outline } = version;
  const isWhole = isOneCourse(programme);
  if (!programme.attests) return;
  const { fiscalYear } = completion;
  await issueCertificate(db, {
    personId: completion.personId,
    completionId: completion.id,
    programmeCode: completion.programmeCode,
    cycle: completion.cycle,
    organisationId: host.id,
    fiscalYear,
    serial: await takeSerial(db, { organisationId: host.id, fiscalYear }),
    prefix: host.seriesPrefix,
    title: decided?.attestTitle ?? programme.attests.title,
    courseTitle: decided?.localTitle ?? (isWhole ? outline.title : programme.title),
    holderName: learner.name,
    holderKana: learner.kana,
    bodyText: programme.attests.body,
    hostName: host.name,
    hostDepartment: host.department,
    issuedOn: completion.day,
    expiresOn: decided?.validMonths ? lastDayOfTerm(completion.day, decided.validMonths) : null,
    minutes: isWhole ? outline.minutes : programme.minutes,
    versionNumber: version.number,
    specimen,
    at,
  });
}
