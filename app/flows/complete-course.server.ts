import type { Programme } from '~/content/library';
import type { Db } from '~/db/store.server';
import { findBestShares } from '~/domain/assessment/find-best-shares.server';
import { findCertificate } from '~/domain/certificates/find-certificate.server';
import { findSpecimenMode } from '~/domain/certificates/find-specimen-mode.server';
import { issueCertificate } from '~/domain/certificates/issue-certificate.server';
import { findCourseVersion, type CourseVersion } from '~/domain/courses/find-course-version.server';
import { findCourse, type Course } from '~/domain/courses/find-course.server';
import { isRuleMet } from '~/domain/learning/is-rule-met';
import { findDoneSteps } from '~/domain/learning/find-done-steps.server';
import { findEnrolment, type Enrolment } from '~/domain/learning/find-enrolment.server';
import { findLearner, type Learner } from '~/domain/learning/find-learner.server';
import { finishEnrolment } from '~/domain/learning/finish-enrolment.server';
import { recordCompletion, type Completion } from '~/domain/learning/record-completion.server';
import { ensureOperator, type Organisation } from '~/domain/organisations/ensure-operator.server';
import { findHost } from '~/domain/organisations/find-host.server';
import { takeSerial } from '~/domain/organisations/take-serial.server';
import { addToCounts } from '~/domain/reporting/add-to-counts.server';

/** What of a programme decides on completion and certificate. */
export type ProgrammeRule = Pick<Programme, 'code' | 'completion' | 'attests' | 'live'>;

export type CompleteCourse = {
  personId: string;
  courseId: string;
  programme: ProgrammeRule;
  at: Date;
};

export type CompletedCourse =
  | { state: 'not-yet' }
  | { state: 'needs-account'; finishedAt: Date }
  | {
      state: 'completed';
      finishedAt: Date;
      completionId: string;
      certificateId: string | null;
    };

/**
 * Inside a transaction: when the programme's rule is met, marks the enrolment as finished and, for a
 * registered person, writes the completion, the counts and the certificate. Safe to repeat: what is
 * written is found, never written again.
 */
export async function completeCourse(db: Db, input: CompleteCourse): Promise<CompletedCourse> {
  const { courseId, programme, at } = input;
  const enrolment = await findEnrolment(db, input);
  const course = await findCourse(db, { id: courseId });
  if (!enrolment || !course) return { state: 'not-yet' };
  const { personId } = enrolment;
  // Learning online prepares for a part held with a teacher; it does not stand for it.
  if (programme.live.required) return { state: 'not-yet' };

  const finishedAt =
    enrolment.finishedAt ?? (await whenRuleWasMet(db, { enrolment, course, programme, at }));
  if (!finishedAt) return { state: 'not-yet' };
  await finishEnrolment(db, { enrolmentId: enrolment.id, at: finishedAt });

  const learner = await findLearner(db, { personId, at: finishedAt });
  if (!learner) return { state: 'needs-account', finishedAt };
  const { cityCode, demo, name: _name, kana: _kana, ...facts } = learner;
  const host =
    (await findHost(db, {
      organisationId: enrolment.organisationId,
      municipalityCode: cityCode,
    })) ?? (await ensureOperator(db, { at }));
  const version = await versionAt(db, { enrolment, course, finishedAt });
  const specimen = demo || (await findSpecimenMode(db));
  const { completion, created } = await recordCompletion(db, {
    ...facts,
    personId,
    programmeCode: programme.code,
    courseId,
    versionId: version.id,
    organisationId: host.id,
    hostName: host.name,
    completedAt: finishedAt,
    demo: specimen,
  });
  if (created) {
    await addToCounts(db, { completionId: completion.id });
    await certify(db, { completion, learner, host, programme, version, specimen, at });
  }
  const certificate = await findCertificate(db, { completionId: completion.id });
  return {
    state: 'completed',
    finishedAt: completion.completedAt,
    completionId: completion.id,
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
    bestShares: await findBestShares(db, { enrolmentId: enrolment.id }),
    rightShare: programme.completion.rightShare,
  });
  if (!met) return null;
  const asked = new Set(outline.lessons.map(({ id }) => id));
  const done = steps.filter(({ lessonId }) => asked.has(lessonId));
  const last = done.at(-1);
  if (!last || done.length < asked.size) return at;
  return last.doneAt > publishedAt ? last.doneAt : publishedAt;
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
  programme: ProgrammeRule;
  version: CourseVersion;
  specimen: boolean;
  at: Date;
};

/** Copies every word to be printed. A programme that attests nothing issues nothing. */
async function certify(db: Db, input: Certify): Promise<void> {
  const { completion, learner, host, programme, version, specimen, at } = input;
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
    title: programme.attests.title,
    courseTitle: version.outline.title,
    holderName: learner.name,
    holderKana: learner.kana,
    bodyText: programme.attests.body,
    hostName: host.name,
    hostDepartment: host.department,
    issuedOn: completion.day,
    expiresOn: null,
    minutes: version.outline.minutes,
    versionNumber: version.number,
    specimen,
    at,
  });
}
