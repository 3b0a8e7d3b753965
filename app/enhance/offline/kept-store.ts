import { now } from '~/lib/clock';
import type { Kept, KeptCourse } from './messages';
import { asKept, filesOf, type PageFacts } from './page-text';
import { takingTurns } from './taking-turns';

const FILES = 'tsunagu-files';
const STATE = 'tsunagu-state';
const PAGES = 'tsunagu-pages';
const STATE_AT = '/kept-state';
const KEPT_AT = 'x-kept-at';
const HEADERS_KEPT = ['content-type', 'content-security-policy'];

const EMPTY: Kept = { reader: null, courses: [] };

/** One change of what is kept at a time. */
const inTurn = takingTurns();

export async function readKept(): Promise<Kept> {
  const found = await (await caches.open(STATE)).match(STATE_AT);
  return found ? ((await found.json()) as Kept) : EMPTY;
}

export function changeKept(change: (kept: Kept) => Kept): Promise<void> {
  return inTurn(async () => {
    const kept = change(await readKept());
    await (await caches.open(STATE)).put(STATE_AT, new Response(JSON.stringify(kept)));
  });
}

/** Pages are bound to their reader: as soon as somebody else is at this device, or nobody, they are gone. */
export function changeReader({ reader, isShared }: PageFacts): Promise<void> {
  return inTurn(async () => {
    const before = await readKept();
    const next = isShared ? '' : reader;
    if (next === null || next === before.reader) return;
    await caches.delete(PAGES);
    const kept: Kept = { reader: next, courses: [] };
    await (await caches.open(STATE)).put(STATE_AT, new Response(JSON.stringify(kept)));
  });
}

/** Takes away every page, whoever it belongs to. */
export function emptyPages(): Promise<void> {
  return inTurn(async () => {
    await caches.delete(PAGES);
    await caches.delete(STATE);
  });
}

export async function putPage(path: string, answer: Response, text: string): Promise<void> {
  const headers = new Headers({ [KEPT_AT]: now().toISOString() });
  for (const name of HEADERS_KEPT) {
    const value = answer.headers.get(name);
    if (value) headers.set(name, value);
  }
  await (await caches.open(PAGES)).put(path, new Response(text, { headers }));
}

export async function findPage(path: string): Promise<Response | null> {
  const found = await (await caches.open(PAGES)).match(path);
  return found ? await shown(found) : null;
}

export async function dropPage(path: string): Promise<void> {
  await (await caches.open(PAGES)).delete(path);
}

export async function dropCourse(path: string): Promise<void> {
  const pages = await caches.open(PAGES);
  for (const { url } of await pages.keys()) {
    const { pathname } = new URL(url);
    if (pathname === path || pathname.startsWith(`${path}/`)) await pages.delete(pathname);
  }
  await changeKept(({ reader, courses }) => ({
    reader,
    courses: courses.filter((one) => one.path !== path),
  }));
}

export function putCourse(course: KeptCourse): Promise<void> {
  return changeKept(({ reader, courses }) => ({
    reader,
    courses: [...courses.filter(({ path }) => path !== course.path), course],
  }));
}

/** The page that is shown when there is nothing else. It belongs to nobody. */
export async function putFrame(path: string): Promise<void> {
  const answer = await fetch(path, { credentials: 'omit', cache: 'no-store' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const text = await answer.clone().text();
  const files = await caches.open(FILES);
  await files.put(path, new Response(text, answer));
  await putFiles(filesOf(text));
}

/** With `wasForm` it says that what was sent has not arrived. */
export async function findFrame(path: string, wasForm: boolean): Promise<Response | null> {
  const found = await (await caches.open(FILES)).match(path);
  return found ? await shown(found, wasForm ? ' data-not-sent="on"' : '') : null;
}

async function shown(found: Response, marks = ''): Promise<Response> {
  const keptAt = found.headers.get(KEPT_AT) ?? now().toISOString();
  const text = asKept(await found.text(), keptAt, marks);
  const headers = new Headers(found.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(text, { headers });
}

/** Names of built files carry a hash: what is here is right for ever. Where nothing can be kept, it is fetched. */
export async function fileOf(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname;
  const files = await caches.open(FILES).catch(() => null);
  const found = await files?.match(path);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await files?.put(path, answer.clone()).catch(() => undefined);
  return answer;
}

export async function putFiles(paths: readonly string[]): Promise<void> {
  const files = await caches.open(FILES);
  for (const path of paths) {
    if (await files.match(path)) continue;
    const answer = await fetch(path);
    if (answer.ok) await files.put(path, answer);
  }
}

/** Lets go of files that neither a kept page nor this version of the house names. */
export async function dropOldFiles(wanted: readonly string[]): Promise<void> {
  const named = new Set(wanted);
  for (const name of [PAGES, FILES]) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const { pathname } = new URL(url);
      if (name === FILES && pathname.includes('.')) continue;
      named.add(pathname);
      const text = (await (await cache.match(pathname))?.text()) ?? '';
      for (const file of filesOf(text)) named.add(file);
    }
  }
  const files = await caches.open(FILES);
  for (const { url } of await files.keys()) {
    const { pathname } = new URL(url);
    if (!named.has(pathname)) await files.delete(pathname);
  }
}
