import { now } from '~/lib/clock';
import { dropOldFiles, dropPage, putCourse, putFiles, putPage, readKept } from './kept-store';
import type { KeptCourse } from './messages';
import { filesOf, hasMedia, readCourse, readPage } from './page-text';

/** Without a sign of change a course is asked for again after this long. */
const FRESH_MS = 12 * 60 * 60 * 1000;

/** Tells the server that a page is kept and not read: nobody's place in a course moves by it. */
const HEADERS = { 'X-Keeping': 'on' };

type KeepCourse = {
  path: string;
  reader: string;
  /** Also when it was kept a while ago. */
  anyway: boolean;
  /** The version that its page shows as published now; empty where the page does not say it. */
  published: string;
  /** What every page runs and shows, and a name for this version of it. */
  files: readonly string[];
  build: string;
  eachStep: () => Promise<void>;
  /** Aborts when the course is taken away. */
  signal: AbortSignal;
};

type Fetched = { answer: Response; text: string };

type FetchPage = Pick<KeepCourse, 'path' | 'reader' | 'signal'>;

async function fetchPage({ path, reader, signal }: FetchPage): Promise<Fetched | null> {
  const how = { headers: HEADERS, redirect: 'manual', cache: 'no-store' } as const;
  const answer = await fetch(path, { ...how, signal });
  if (!answer.ok) return null;
  const text = await answer.text();
  const page = readPage(text);
  return page.reader === reader && !page.isShared ? { answer, text } : null;
}

/** Fetches the pages of a course one after the other, so that the reader's own pages come first. */
export async function keepCourse(input: KeepCourse): Promise<void> {
  const { path, reader, anyway, published, files, build, eachStep, signal } = input;
  signal.throwIfAborted();
  const before = (await readKept()).courses.find((course) => course.path === path);
  const age = before ? now().getTime() - new Date(before.keptAt).getTime() : Infinity;
  const isWhole = before && before.kept.length === before.pages.length;
  const isOfNow = before?.version.startsWith(published ? `${build} ${published} ` : build);
  if (!anyway && isWhole && isOfNow && age < FRESH_MS) return;

  const first = await fetchPage({ path, reader, signal });
  const facts = first && readCourse(first.text);
  if (!first || !facts) return;
  await putPage(path, first.answer, first.text);
  const version = [build, facts.version, readPage(first.text).frame].join(' ');
  const isSame = before?.version === version;
  const course: KeptCourse = {
    path,
    title: facts.title,
    pages: facts.pages,
    kept: isSame ? before.kept.filter((page) => facts.pages.includes(page)) : [],
    version,
    keptAt: now().toISOString(),
    bytes: isSame ? before.bytes : first.text.length,
    hasMedia: isSame ? before.hasMedia : false,
  };
  for (const page of before?.pages ?? []) {
    if (!facts.pages.includes(page)) await dropPage(page);
  }
  await putFiles([...files, ...filesOf(first.text)]);
  for (const page of facts.pages) {
    if (course.kept.includes(page)) continue;
    const fetched = await fetchPage({ path: page, reader, signal });
    if (!fetched) continue;
    if ((await readKept()).reader !== reader) return;
    await putPage(page, fetched.answer, fetched.text);
    await putFiles(filesOf(fetched.text));
    course.kept.push(page);
    course.bytes += fetched.text.length;
    course.hasMedia ||= hasMedia(fetched.text);
    signal.throwIfAborted();
    await putCourse(course);
    await eachStep();
  }
  signal.throwIfAborted();
  await putCourse(course);
  await dropOldFiles(files);
}
