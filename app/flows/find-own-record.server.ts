import type { Programme } from '~/content/library';
import type { Db } from '~/db/store.server';
import { certificateState } from '~/domain/certificates/certificate-state';
import { findCertificatesOf } from '~/domain/certificates/find-certificates-of.server';
import { findCourse } from '~/domain/courses/find-course.server';
import { findCompletions } from '~/domain/learning/find-completions.server';
import { findEnrolments } from '~/domain/learning/find-enrolments.server';
import { isBegun } from '~/domain/learning/is-begun';
import { findSamePeople } from '~/domain/people/find-same-people.server';
import { formatDay, jstDates } from '~/lib/clock';
import { coursePath } from '~/lib/course-path';
import type { Edition } from '~/lib/edition';
import { courseInEdition } from './course-in-edition';
import { findStanding, type Standing } from './find-standing.server';
import { lastEdition, resumeAddress } from './resume-address';

type Own = { personId: string; programmes: Programme[]; at: Date; edition: Edition | null };

/** Everything a learner's own page shows: courses she is in the middle of, and what she has completed. */
export async function findOwnRecord(db: Db, { personId, programmes, at, edition }: Own) {
  const completions = await findCompletions(db, { personId });
  const certificates = await findCertificatesOf(db, { personId });
  const today = jstDates(at).day;
  // A finished part of a completed programme waits for nothing; one that is still being read does.
  const isCompleted = ({ course, enrolment, progress }: Standing) =>
    completions.some(
      ({ courseId, programmeCode, cycle }) =>
        cycle >= (enrolment?.cycle ?? 1) &&
        (courseId === course.id || (progress.finished && programmeCode === course.programmeCode)),
    );
  const standings = await findStandings(db, { personId, programmes });
  return {
    /** More than one when records of hers were merged. */
    records: (await findSamePeople(db, { personId })).length,
    underWay: standings
      .filter((standing) => !isCompleted(standing))
      .map((standing) => shownStanding(standing, edition)),
    completions: completions.map(({ id, courseId, programmeCode, hostName, day }) => {
      const certificate = certificates.find(({ completionId }) => completionId === id);
      const programme = programmes.find(({ code }) => code === programmeCode);
      const outline = standings.find(({ course }) => course.id === courseId)?.course.version
        .outline;
      const own = edition && outline?.editions?.[edition]?.title;
      return {
        id,
        title: own || (programme?.title ?? certificate?.courseTitle ?? programmeCode),
        isOriginal: !own,
        hostName,
        day: formatDay(day, edition),
        certificate: certificate && {
          id: certificate.id,
          code: certificate.code,
          number: certificate.number,
          state: certificateState(certificate, today),
        },
      };
    }),
  };
}

async function findStandings(db: Db, { personId, programmes }: Omit<Own, 'at' | 'edition'>) {
  const standings: Standing[] = [];
  for (const { courseId } of await findEnrolments(db, { personId })) {
    const course = await findCourse(db, { id: courseId });
    if (!course || !programmes.some(({ code }) => code === course.programmeCode)) continue;
    const standing = await findStanding(db, { slug: course.slug, personId, programmes });
    if (standing) standings.push(standing);
  }
  return standings;
}

/** In the words of the page; the course is gone on with in them where it has them, else in those it was read in last. */
function shownStanding(standing: Standing, asked: Edition | null) {
  const { course, programme, enrolment, progress } = standing;
  const { outline } = course.version;
  const edition = asked && outline.editions?.[asked] ? asked : lastEdition(standing);
  const { title, isThere, lessons } = courseInEdition(outline, asked);
  const next = lessons.find(({ id }) => id === progress.nextId);
  return {
    title,
    isOriginal: !isThere,
    to: coursePath(edition, course.slug),
    finishAt: coursePath(edition, course.slug, 'finish'),
    retired: course.retiredAt !== null,
    finished: Boolean(enrolment?.finishedAt) || progress.finished,
    begun: isBegun(progress),
    completes: !programme.live.required,
    done: progress.doneIds.length,
    total: lessons.length,
    minutesLeft: progress.minutesLeft,
    next: next ? { to: resumeAddress(standing, next, edition), title: next.title } : null,
  };
}
