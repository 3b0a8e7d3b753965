import type { HelpLine, Programme } from '~/content/library';
import type { Family, NextSteps } from '~/content/next-steps';
import type { Db } from '~/db/store.server';
import { findCoursesInEdition } from '~/domain/courses/find-courses-in-edition.server';
import { findPublishedCourses } from '~/domain/courses/find-published-courses.server';
import { findShownEntries } from '~/domain/directory/find-shown-entries.server';
import { findFinishedCourses } from '~/domain/learning/find-finished-courses.server';
import { findPerson } from '~/domain/people/find-person.server';
import { findRegion } from '~/domain/regions/find-region.server';
import { jstDates } from '~/lib/clock';
import { coursePath } from '~/lib/course-path';
import type { Edition } from '~/lib/edition';
import { isShownOn } from '~/lib/help-days';
import type { Worry } from '~/lib/help-kinds';
import type { ShownWindow } from '~/lib/shown-window';
import { ownNextSteps } from './own-next-steps.server';
import { shownEntry, shownLine } from './shown-window';

const CONTACTS = 3;
const COURSES = 3;

/** What somebody who learned in a family is likely to be asked about. */
const WORRIES_OF: Record<Family, Worry[]> = {
  gatekeeper: ['feeling', 'death', 'money'],
  tsunagari: ['alone', 'elder', 'money'],
  kokoro: ['illness', 'feeling', 'work'],
};

type AfterFinishing = {
  personId: string;
  courseId: string;
  programme: Programme;
  programmes: readonly Programme[];
  nextSteps: NextSteps | null;
  directory: readonly HelpLine[];
  edition: Edition | null;
  at: Date;
};

type FurtherCourse = { title: string; to: string; minutes: string };

/** What can come after a course: a small step, where to turn nearby, and what to learn next. */
export async function afterFinishing(db: Db, asked: AfterFinishing) {
  const { personId, programme, nextSteps, edition } = asked;
  const { family } = programme;
  const [step] = nextSteps
    ? await ownNextSteps(db, { personId, nextSteps, families: [family], edition })
    : [];
  return {
    step: step ?? null,
    contacts: await findContacts(db, asked),
    further: await findFurther(db, asked),
  };
}

/** Windows of her own town first, then kinds of window that every town has. */
async function findContacts(
  db: Db,
  { personId, programme, directory, edition, at }: AfterFinishing,
): Promise<ShownWindow[]> {
  const { day } = jstDates(at);
  const likely = WORRIES_OF[programme.family];
  const fitsFirst = <Window extends { worries: readonly Worry[] }>(all: Window[]) => {
    const rank = ({ worries }: Window) => (worries.some((one) => likely.includes(one)) ? 0 : 1);
    return [...all].sort((a, b) => rank(a) - rank(b));
  };
  const person = await findPerson(db, { id: personId });
  const place = person?.municipalityCode ? await findRegion(db, person.municipalityCode) : null;
  const areaCodes = place ? [place.code, place.parentCode].flatMap((code) => code ?? []) : [];
  const own = fitsFirst(await findShownEntries(db, { areaCodes, day }));
  const kinds = fitsFirst(
    directory
      .filter((line) => line.kind === 'window' && isShownOn(line, day))
      .sort((a, b) => a.position - b.position),
  );
  return [
    ...own.map((entry) => shownEntry(entry, { edition, at })),
    ...kinds.map((line) => shownLine(line, { edition, at })),
  ].slice(0, CONTACTS);
}

/** Courses she has not finished, those of the same family first, each by the place of its programme. */
async function findFurther(
  db: Db,
  { personId, courseId, programme, programmes, edition }: AfterFinishing,
): Promise<{ same: FurtherCourse[]; other: FurtherCourse[] }> {
  const finished = new Set(
    (await findFinishedCourses(db, { personId })).map((course) => course.courseId),
  );
  const inEdition = edition
    ? new Map((await findCoursesInEdition(db, { edition })).map((one) => [one.slug, one.title]))
    : null;
  const familyOf = (code: string) => programmes.find((one) => one.code === code)?.family;
  const open = (await findPublishedCourses(db)).filter(
    ({ id, slug }) => id !== courseId && !finished.has(id) && (!inEdition || inEdition.has(slug)),
  );
  const shown = (isSame: boolean) =>
    open
      .filter(({ programmeCode }) => (familyOf(programmeCode) === programme.family) === isSame)
      .slice(0, COURSES)
      .map(({ slug, title, minutes }) => ({
        title: inEdition?.get(slug) ?? title,
        to: coursePath(edition, slug),
        minutes: String(minutes),
      }));
  return { same: shown(true), other: shown(false) };
}
