/**
 * What may be kept on a device: pages to learn from and to find help with, in every edition. Nothing of an
 * account, of staff, of an office or of a way in.
 */
const EDITION = '(?:/(?:easy|en))?';
const COURSE = `${EDITION}/courses/[^/]+`;
const LESSON = `${COURSE}/lessons/[^/]+`;

const FOR_ALL = new RegExp(`^(?:/|/(?:easy|en)|${EDITION}/help)$`);
const OF_COURSE = new RegExp(`^(${COURSE})(?:/lessons/[^/]+(?:/quiz/sheet)?)?$`);
const QUIZ = new RegExp(`^(${LESSON})/quiz$`);
const START = new RegExp(`^(${COURSE})/start$`);
const OWN_LESSON = new RegExp(`^${EDITION}(/courses/[^/]+)/lessons/([^/]+)`);
const OF_STAFF = /^\/(?:admin|host|office|staff|studio)(?:\/|$)/;
const SIGN_OUT = new RegExp(`^${EDITION}/sign-out$`);

/** Pages that everybody may read. */
export function isForAll(path: string): boolean {
  return FOR_ALL.test(path);
}

/** The course that a page belongs to, by its address; null for a page that is not of a course, or is never kept. */
export function courseOf(path: string): string | null {
  return OF_COURSE.exec(path)?.[1] ?? null;
}

/** What is shown in place of a page that needs the network: the sheet with all questions for one of them. */
export function insteadOf(path: string): string {
  const lesson = QUIZ.exec(path)?.[1];
  return lesson ? `${lesson}/quiz/sheet` : path;
}

/** Where the form that begins a course, a lesson or its questions would lead. */
export function ledBy(path: string, form: FormData): string | null {
  const course = START.exec(path)?.[1];
  if (!course) return null;
  const lesson = form.get('lesson');
  if (typeof lesson !== 'string' || !/^[\w-]+$/.test(lesson)) return course;
  return `${course}/lessons/${lesson}${form.has('quiz') ? '/quiz/sheet' : ''}`;
}

/** Forms that pass through here, so that it is told when nothing came back. Those of staff may carry large files. */
export function isFormToTellOf(path: string): boolean {
  return !OF_STAFF.test(path);
}

export function isSignOut(path: string): boolean {
  return SIGN_OUT.test(path);
}

/** What is shown when there is nothing else, in every edition. */
export const FRAMES = ['/offline', '/easy/offline', '/en/offline'] as const;

/** In the language of the page that was wanted. */
export function frameOf(path: string): string {
  return `${/^\/(?:easy|en)(?=\/|$)/.exec(path)?.[0] ?? ''}/offline`;
}

/** The lesson that an address is about, the same in every edition. */
export function lessonOf(path: string): { course: string; lesson: string } | null {
  const [, course, lesson] = OWN_LESSON.exec(path) ?? [];
  return course && lesson ? { course, lesson } : null;
}

export function isLesson(path: string): boolean {
  return /\/lessons\/[^/]+$/.test(path);
}
