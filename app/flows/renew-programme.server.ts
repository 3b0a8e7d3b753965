import type { Programme } from '~/content/library';
import type { Db, Store } from '~/db/store.server';
import type { Certificate } from '~/domain/certificates/issue-certificate.server';
import { renewalOpensOn } from '~/domain/certificates/renewal-opens-on';
import { findCourse, type Course } from '~/domain/courses/find-course.server';
import { beginCycle } from '~/domain/learning/begin-cycle.server';
import { findCompletions } from '~/domain/learning/find-completions.server';
import { findEnrolment } from '~/domain/learning/find-enrolment.server';
import { startEnrolment } from '~/domain/learning/start-enrolment.server';
import { jstDates, type Day } from '~/lib/clock';

export type Renewal =
  | { state: 'open'; opensOn: Day; course: string }
  | { state: 'later'; opensOn: Day }
  /** It was renewed already, or is being renewed. */
  | { state: 'begun'; course: string };

type FindRenewal = {
  personId: string;
  certificate: Certificate;
  programme: Programme | undefined;
  at: Date;
};

/** Whether and from when what a certificate attests can be learned anew. Null where nothing ends. */
export async function findRenewalOf(db: Db, input: FindRenewal): Promise<Renewal | null> {
  const { personId, certificate, programme, at } = input;
  const opensOn =
    programme?.renewal && renewalOpensOn(certificate, programme.renewal.openMonthsBefore);
  if (!opensOn) return null;
  const [course] = await coursesOf(db, { personId, programme });
  if (!course) return null;
  const completions = await findCompletions(db, { personId });
  const isRenewed = completions.some(
    ({ programmeCode, cycle }) => programmeCode === programme.code && cycle > certificate.cycle,
  );
  const enrolment = await findEnrolment(db, { personId, courseId: course.id });
  if (isRenewed || (enrolment && enrolment.cycle > certificate.cycle)) {
    return { state: 'begun', course: course.slug };
  }
  if (jstDates(at).day < opensOn) return { state: 'later', opensOn };
  return { state: 'open', opensOn, course: course.slug };
}

/** Begins the next cycle of every course the programme asks everybody for. Says where to go on; null when it cannot be renewed now. */
export async function renewProgramme(store: Store, input: FindRenewal): Promise<string | null> {
  const { personId, certificate, programme, at } = input;
  return store.tx(async (db) => {
    const renewal = await findRenewalOf(db, input);
    if (!renewal || !programme || renewal.state === 'later') return null;
    if (renewal.state === 'begun') return renewal.course;
    for (const { id: courseId, version } of await coursesOf(db, { personId, programme })) {
      const start = { personId, courseId, versionId: version.id, at };
      const enrolment = await startEnrolment(db, start);
      await beginCycle(db, { enrolmentId: enrolment.id, cycle: certificate.cycle + 1, at });
    }
    return renewal.course;
  });
}

type CoursesOf = { personId: string; programme: Programme };

/** What is learned anew: the courses asked of everybody, and of a choice those she took. */
async function coursesOf(db: Db, { personId, programme }: CoursesOf): Promise<Course[]> {
  const found: Course[] = [];
  for (const { take, courses } of programme.parts) {
    for (const slug of courses) {
      const course = await findCourse(db, { slug });
      if (!course || course.retiredAt) continue;
      const taken =
        take === 'all' || (await findEnrolment(db, { personId, courseId: course.id })) !== null;
      if (taken) found.push(course);
    }
  }
  return found;
}
