import {
  courseOf,
  FRAMES,
  frameOf,
  insteadOf,
  isForAll,
  isFormToTellOf,
  isSignOut,
  ledBy,
} from './kept-paths';
import {
  changeReader,
  dropCourse,
  emptyPages,
  fileOf,
  findFrame,
  findPage,
  putFrame,
  putPage,
  readKept,
} from './kept-store';
import { keepCourse } from './keep-course';
import type { Asked } from './messages';
import { readPage } from './page-text';
import { takingTurns } from './taking-turns';

/** Put in by the build: what every page runs and shows, and a name for this version of it. */
declare const FILES: readonly string[];
declare const BUILD: string;

type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void };
type Fetching = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Told = Lasting & { data: Asked; ports: readonly MessagePort[] };
type AskedToKeep = Extract<Asked, { ask: 'keep' }>;
type Worker = {
  addEventListener: {
    (type: 'install' | 'activate', listener: (event: Lasting) => void): void;
    (type: 'fetch', listener: (event: Fetching) => void): void;
    (type: 'message', listener: (event: Told) => void): void;
  };
  skipWaiting: () => Promise<void>;
  clients: {
    claim: () => Promise<void>;
    matchAll: () => Promise<readonly { postMessage: MessagePort['postMessage'] }[]>;
  };
};

const worker = self as unknown as Worker;
/** So long the network may take before a kept copy is shown. */
const PATIENCE_MS = 4000;
/** So long an open page may take to say that it is the one that waits. */
const ANSWER_MS = 500;

worker.addEventListener('install', (event) => {
  event.waitUntil(Promise.all(FRAMES.map(putFrame)).then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === 'GET' && pathname.startsWith('/assets/')) {
    event.respondWith(fileOf(request));
  } else if (request.mode === 'navigate' && request.method === 'GET') {
    if (pathname === '/leave') event.waitUntil(emptyPages());
    else event.respondWith(pageOf(event, pathname));
  } else if (request.mode === 'navigate') {
    if (isSignOut(pathname)) event.waitUntil(emptyPages());
    else if (isFormToTellOf(pathname)) event.respondWith(answerOf(request, pathname));
  }
});

/** From the network first; from this device when there is none, or when it takes too long. */
async function pageOf(event: Fetching, path: string): Promise<Response> {
  const { request } = event;
  const kept = await findKept(path);
  const network = fetch(request).then((answer) => {
    event.waitUntil(note(answer.clone(), request));
    return answer;
  });
  const late = network.catch(() => null);
  const answer = kept ? await Promise.race([late, after(PATIENCE_MS)]) : await late;
  const isDown = !answer || (kept !== null && answer.status >= 502 && answer.status <= 504);
  return isDown ? (kept ?? (await offline(path))) : answer;
}

const after = (ms: number) =>
  new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), ms);
  });

/** Sees whose page came, and puts it with what is kept when it belongs there. */
async function note(answer: Response, request: Request): Promise<void> {
  if (answer.type !== 'basic' || !answer.headers.get('content-type')?.includes('text/html')) return;
  const text = await answer.text();
  const page = readPage(text);
  if (page.reader === null) return;
  await changeReader(page);
  const { pathname, search } = new URL(request.url);
  if (answer.status !== 200 || answer.redirected || search !== '' || page.isShared) return;
  const course = courseOf(pathname);
  const { courses } = await readKept();
  if (isForAll(pathname) || courses.some(({ path }) => path === course)) {
    await putPage(pathname, answer, text);
  }
}

/** A browser that keeps nothing, or no more, still shows what comes from the network. */
async function findKept(path: string): Promise<Response | null> {
  try {
    return (await findPage(path)) ?? (await findPage(insteadOf(path)));
  } catch {
    return null;
  }
}

/** The form that opens a lesson or its questions leads there without network, too. Of any other it is told. */
async function answerOf(request: Request, path: string): Promise<Response> {
  const copy = /\/start$/.test(path) ? request.clone() : null;
  try {
    return await fetch(request);
  } catch {
    const to = copy && ledBy(path, await copy.formData());
    const isHere = to !== null && (await findKept(to)) !== null;
    return isHere ? Response.redirect(to, 303) : await notSent(path);
  }
}

/** The page with the form stays as it is and says so, where it can; what was typed is still there. */
async function notSent(path: string): Promise<Response> {
  const pages = await worker.clients.matchAll();
  const told = pages.map(
    (page) =>
      new Promise<boolean>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(true);
        setTimeout(() => resolve(false), ANSWER_MS);
        page.postMessage({ notSent: path }, [port2]);
      }),
  );
  const isTold = (await Promise.all(told)).includes(true);
  return isTold ? new Response(null, { status: 204 }) : await offline(path, true);
}

async function offline(path: string, wasForm = false): Promise<Response> {
  const frame = await findFrame(frameOf(path), wasForm);
  return frame ?? Response.error();
}

worker.addEventListener('message', (event) => {
  const [port] = event.ports;
  event.waitUntil(
    answer(event.data, port).catch((error: unknown) => {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      port?.postMessage({ isFull });
    }),
  );
});

async function answer(asked: Asked, port: MessagePort | undefined): Promise<void> {
  const tell = async (isDone: boolean) => port?.postMessage({ kept: await readKept(), isDone });
  if (asked.ask === 'empty') await emptyPages();
  if (asked.ask === 'drop') {
    stops.get(asked.path)?.abort();
    stops.delete(asked.path);
    await inTurn(() => dropCourse(asked.path));
  }
  if (asked.ask === 'keep') {
    const signal = stopOf(asked.path);
    await tell(false);
    await inTurn(() => keep(asked, signal, () => tell(false)));
  }
  await tell(true);
}

/** Several pages may ask for the same course, and one to take it away: one after another. */
const inTurn = takingTurns();
const stops = new Map<string, AbortController>();

/** Aborts when this course is taken away from now on. */
function stopOf(path: string): AbortSignal {
  const stop = stops.get(path) ?? new AbortController();
  stops.set(path, stop);
  return stop.signal;
}

async function keep(
  { reader, path, anyway, published }: AskedToKeep,
  signal: AbortSignal,
  eachStep: () => Promise<void>,
): Promise<void> {
  await changeReader({ reader, isShared: false, frame: '' });
  const given = { reader, files: FILES, build: BUILD, eachStep };
  await keepCourse({ ...given, path, anyway, published, signal });
  // What an earlier version of the house drew is fetched anew with it.
  for (const { path: other, version } of (await readKept()).courses) {
    if (version.startsWith(BUILD)) continue;
    await keepCourse({
      ...given,
      path: other,
      anyway: true,
      published: '',
      signal: stopOf(other),
    });
  }
}
