import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const ROUTE_LINES = 240;
const VERB_LINES = 110;

/** Routes that anyone may read or call. Everything else asks who is there before it reads. */
const PUBLIC_ROUTES = new Set([
  'public/home',
  'public/edition',
  'public/example',
  'public/programme',
  'public/help',
  'public/privacy',
  'public/leave',
  'public/not-found',
  'public/offline',
  'public/styleguide',
  'public/mailbox',
  'verify/form',
  'verify/certificate',
  'course/reading-settings',
  'questionnaire/code',
  'questionnaire/answer',
  'questionnaire/stop',
  'account/sign-in',
  'account/link-ask',
  'api/municipalities',
  'api/healthcheck',
]);

const GUARD = /\b(requireLearner|requireRegistered|requireRole|requireFresh|findVisitor)\(/;

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !path.includes('/paraglide/'));
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const read = (path: string) => readFileSync(path, 'utf8');
const lineCount = (path: string) => read(path).split('\n').length - 1;
const camelCase = (kebab: string) =>
  kebab.replace(/-([a-z0-9])/g, (_, c: string) => c.toUpperCase());

/** Names of exported functions in a source text. */
export function exportedFunctions(source: string): string[] {
  return [...source.matchAll(/^export (?:async )?function\*? ?(\w+)/gm)].map(([, name]) => name!);
}

/** The text of a screen: its route and the parts in its folder. */
function screenText(route: string): string {
  return filesUnder(dirname(route))
    .filter((path) => !isTest(path))
    .map(read)
    .join('\n');
}

/** A loader or action that no guard stands in front of, here or in a part that it calls. */
export function isUnguarded(source: string): boolean {
  return /export (?:async )?function (?:loader|action)\b/.test(source) && !GUARD.test(source);
}

const routeFiles = () => filesUnder('app/routes').filter((path) => path.endsWith('/route.tsx'));
const mapped = () =>
  [...read('app/routes.ts').matchAll(/'(routes\/[^']+\.tsx)'/g)].map(([, file]) => `app/${file}`);

test('a domain file is named after the one function it exports', () => {
  const wrong = filesUnder('app/domain')
    .filter((path) => !isTest(path))
    .filter((path) => {
      const functions = exportedFunctions(read(path));
      const name = camelCase(basename(path).replace(/(\.server)?\.tsx?$/, ''));
      return functions.length > 1 || (functions.length === 1 && functions[0] !== name);
    });
  expect(wrong).toEqual([]);
});

test('the check of domain names catches a second function and a foreign name', () => {
  expect(exportedFunctions('export function a() {}\nexport async function b() {}')).toEqual([
    'a',
    'b',
  ]);
});

test('every address in the map has its file, and every route file its address', () => {
  expect(routeFiles().filter((file) => !mapped().includes(file))).toEqual([]);
  expect(mapped().filter((file) => !existsSync(file))).toEqual([]);
});

test('every loader and action asks who is there, or its route is on the public list', () => {
  const open = routeFiles()
    .filter((path) => !PUBLIC_ROUTES.has(dirname(path).replace('app/routes/', '')))
    .filter((path) => isUnguarded(screenText(path)));
  expect(open).toEqual([]);
});

test('the check of guards catches a loader without one', () => {
  expect(isUnguarded('export async function loader() { return {}; }')).toBe(true);
  expect(
    isUnguarded('export async function loader() { await requireRole(request, context); }'),
  ).toBe(false);
});

test('the public list names no route that is gone', () => {
  expect([...PUBLIC_ROUTES].filter((name) => !existsSync(`app/routes/${name}/route.tsx`))).toEqual(
    [],
  );
});

test('files are named in kebab case, and none is a drawer for odds and ends', () => {
  const drawer = /^(utils?|helpers?|common|misc|manager|service|index)\./;
  const wrong = ['app', 'server', 'scripts', 'tests']
    .flatMap(filesUnder)
    .map((path) => [path, basename(path)] as const)
    .filter(
      ([, name]) =>
        !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.[cm]?[jt]sx?$/.test(name) || drawer.test(name),
    );
  expect(wrong.map(([path]) => path)).toEqual([]);
});

test(`a route stays under ${ROUTE_LINES} lines and a verb under ${VERB_LINES}`, () => {
  const routes = routeFiles().filter((path) => lineCount(path) > ROUTE_LINES);
  const verbs = filesUnder('app/domain').filter(
    (path) => !isTest(path) && lineCount(path) > VERB_LINES,
  );
  expect([...routes, ...verbs]).toEqual([]);
});

const serviceFiles = () =>
  [...filesUnder('app'), ...filesUnder('server')].filter((path) => !isTest(path));
const thatHold = (pattern: RegExp) => serviceFiles().filter((path) => pattern.test(read(path)));

/** What would run what somebody typed, or show it as markup. */
const DANGEROUS =
  /child_process|\beval\(|new Function\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write/i;

test('nothing starts a process, runs text as code or writes it as markup, but where lessons are compiled and shown', () => {
  expect(thatHold(DANGEROUS).sort()).toEqual([
    'app/content/compile-lesson.server.ts',
    'app/routes/course/lesson/route.tsx',
  ]);
});

const REACHES_OUT = /\bfetch\(|from '(node:(https?|http2|net|tls|dns|dgram)|undici)'/;

test('the service asks nobody but the mail server and the sign-ins of cities', () => {
  const inService = thatHold(REACHES_OUT).filter((path) => !path.startsWith('app/enhance/'));
  const listening = ['server/dev.ts', 'server/listen.ts', 'server/main.ts'];
  expect(inService.filter((path) => !listening.includes(path))).toEqual([]);
  expect(thatHold(/from 'nodemailer'/)).toEqual(['server/send-mail.ts']);
  const toCities = thatHold(/from 'openid-client'/);
  expect(toCities.filter((path) => !path.startsWith('app/auth/'))).toEqual([]);
});
