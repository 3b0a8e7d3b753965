import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { startChild } from './child-server';
import { ms, type Figure } from './figures';
import { ask, putUnderLoad, type Asked } from './load';

const COURSE = 'gatekeeper-first-step';
const CONNECTIONS = 16;
const REQUESTS = 3000;

type Option = { id: string };
type QuizFile = { questions: { id: string; kind: string; options: Option[] }[] };

function firstLesson() {
  const folder = `content/courses/${COURSE}`;
  const { lessons } = parse(readFileSync(`${folder}/course.yaml`, 'utf8')) as { lessons: string[] };
  const lesson = lessons[0]!;
  const quiz = parse(readFileSync(`${folder}/${lesson}/quiz.yaml`, 'utf8')) as QuizFile;
  const question = quiz.questions.find(({ kind }) => kind === 'single' || kind === 'scenario')!;
  return { lesson, question };
}

const form = (values: Record<string, string>) => new URLSearchParams(values).toString();

function post(path: string, body: string, headers: Record<string, string>): Asked {
  return {
    method: 'POST',
    path,
    body,
    headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
  };
}

/** The page of a lesson and the saving of an answer, signed in, beside a bare server with a page of the same size. */
export async function measurePages(databasePath: string): Promise<Figure[]> {
  const origin = 'http://127.0.0.1:3191';
  const app = await startChild('server/main.ts', 3191, {
    NODE_ENV: 'production',
    DEMO: 'off',
    ORIGIN: origin,
    SECRET: 'only-for-measuring-on-a-temporary-database',
    DATABASE_PATH: databasePath,
    COMPRESS: 'off',
  });
  const { lesson, question } = firstLesson();
  const here = `/courses/${COURSE}/lessons/${lesson}`;
  const started = await ask(
    origin,
    post(`/courses/${COURSE}/start`, form({ lesson, quiz: 'on' }), { Origin: origin }),
  );
  const cookie = (started.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
  const signedIn = { Cookie: cookie, Origin: origin };
  const quiz = await ask(origin, { path: `${here}/quiz?q=1`, headers: signedIn });
  const attempt = /name="attempt" value="([^"]+)"/.exec(quiz.text)?.[1] ?? '';
  const page = await ask(origin, { path: here, headers: signedIn });

  const lessonLoad = await putUnderLoad({
    origin,
    pid: app.pid,
    connections: CONNECTIONS,
    requests: REQUESTS,
    next: () => ({ path: here, headers: signedIn }),
  });
  const options = question.options.map(({ id }) => String(id));
  const saveLoad = await putUnderLoad({
    origin,
    pid: app.pid,
    connections: CONNECTIONS,
    requests: REQUESTS,
    next: (i) =>
      post(
        `${here}/quiz/answers`,
        form({
          attempt,
          question: question.id,
          option: options[i % options.length]!,
          answeredAt: String(i),
          sentAt: String(i),
        }),
        { ...signedIn, Accept: 'application/json' },
      ),
  });
  const firstVisit = await measureFirstVisit(origin, here);
  await app.stop();

  const bare = await startChild('scripts/bench/bare-server.ts', 3192, {
    BENCH_BYTES: String(page.bytes),
  });
  const bareLoad = await putUnderLoad({
    origin: bare.origin,
    pid: bare.pid,
    connections: CONNECTIONS,
    requests: REQUESTS,
    next: () => ({ path: '/' }),
  });
  await bare.stop();

  const refused = [lessonLoad, saveLoad].some(({ statuses }) =>
    Object.keys(statuses).some((s) => s !== '200'),
  );
  if (refused)
    throw new Error(
      `not every answer was 200: ${JSON.stringify([lessonLoad.statuses, saveLoad.statuses])}`,
    );
  const bareCpu = `${ms(bareLoad.cpuMs)} bare server`;
  return [
    {
      what: 'lesson page, signed in: CPU a request',
      measured: ms(lessonLoad.cpuMs),
      baseline: bareCpu,
      ratio: lessonLoad.cpuMs / bareLoad.cpuMs,
      budget: '<= 3 ms',
      kept: lessonLoad.cpuMs <= 3,
    },
    {
      what: `lesson page: p50 / p99 at ${CONNECTIONS} connections`,
      measured: `${ms(lessonLoad.p50)} / ${ms(lessonLoad.p99)}`,
      baseline: `${ms(bareLoad.p50)} / ${ms(bareLoad.p99)} bare server`,
      ratio: lessonLoad.p99 / bareLoad.p99,
      budget: 'p99 <= 60 ms',
      kept: lessonLoad.p99 <= 60,
    },
    {
      what: 'saving an answer: CPU a request',
      measured: ms(saveLoad.cpuMs),
      baseline: bareCpu,
      ratio: saveLoad.cpuMs / bareLoad.cpuMs,
      budget: '<= 1.5 ms',
      kept: saveLoad.cpuMs <= 1.5,
    },
    {
      what: `saving an answer: p50 / p99 at ${CONNECTIONS} connections`,
      measured: `${ms(saveLoad.p50)} / ${ms(saveLoad.p99)}`,
      baseline: `${ms(bareLoad.p50)} / ${ms(bareLoad.p99)} bare server`,
      ratio: saveLoad.p99 / bareLoad.p99,
      budget: '',
      kept: null,
    },
    firstVisit,
  ];
}

/** Everything a browser fetches for a lesson it has never seen, as it goes over the wire. */
async function measureFirstVisit(origin: string, path: string): Promise<Figure> {
  const page = await ask(origin, { path });
  const assets = [...page.text.matchAll(/(?:href|src)="(\/(?:assets\/[^"]+|favicon\.svg))"/g)].map(
    ([, at]) => at!,
  );
  let bytes = gzipSync(page.text).length;
  for (const asset of new Set(assets)) {
    const answer = await ask(origin, { path: asset, headers: { 'Accept-Encoding': 'br, gzip' } });
    bytes += answer.bytes;
  }
  const kilobytes = bytes / 1024;
  return {
    what: 'first visit to a lesson, over the wire',
    measured: `${kilobytes.toFixed(1)} KB`,
    baseline: `${(page.bytes / 1024).toFixed(1)} KB its HTML alone, not compressed`,
    ratio: null,
    budget: '<= 100 KB',
    kept: kilobytes <= 100,
  };
}
