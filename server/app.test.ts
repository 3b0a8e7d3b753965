import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createAdaptorServer } from '@hono/node-server';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import pino from 'pino';
import { afterAll, expect, test } from 'vitest';
import { openTestStore } from '../tests/test-store';
import { BODY_MAX_BYTES, createApp, type AppParts } from './app';
import { listen } from './listen';
import { UPLOAD_MAX_BYTES, UPLOAD_ROUTES } from './upload-routes';

type Handler = (args: { request: Request; context: AppLoadContext }) => unknown;

const PAGE = `<!doctype html><p>${'つなぐ'.repeat(1000)}</p>`;
const html = (body: string, headers: Record<string, string> = {}) =>
  new Response(body, { headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } });

/** Hands over the headers it was given, as the application's own entry does. */
function renderDocument(_request: Request, status: number, headers: Headers) {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.append('Set-Cookie', 'a=1');
  headers.append('Set-Cookie', 'b=2');
  return new Response(Buffer.from(PAGE), { status, headers });
}

/** As much of a Remix build as answers without rendering: one resource route for each path. */
function fakeBuild(loaders: Record<string, Handler>, actions: Record<string, Handler> = {}) {
  const routes: Record<string, unknown> = {};
  for (const path of new Set([...Object.keys(loaders), ...Object.keys(actions)])) {
    routes[path] = { id: path, path, module: { loader: loaders[path], action: actions[path] } };
  }
  return {
    entry: { module: { default: renderDocument, handleError: () => {} } },
    routes,
    assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: { v3_singleFetch: true },
    isSpaMode: false,
    mode: 'production',
  } as unknown as ServerBuild;
}

const dir = mkdtempSync(join(tmpdir(), 'tsunagu-client-'));
mkdirSync(join(dir, 'assets'));
writeFileSync(join(dir, 'assets/entry-Ab12.js'), 'plain');
writeFileSync(join(dir, 'assets/entry-Ab12.js.br'), 'as brotli');
writeFileSync(join(dir, 'assets/entry-Ab12.js.gz'), 'as gzip');
writeFileSync(join(dir, 'robots.txt'), 'User-agent: *');
afterAll(() => rmSync(dir, { recursive: true }));

const store = openTestStore();
const ORIGIN = 'https://tsunagu.example.jp';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

function makeApp(build: ServerBuild, over: Partial<AppParts> & { origin?: string } = {}) {
  const lines: Record<string, unknown>[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const app = createApp({
    build,
    mode: 'production',
    context: () => ({
      store,
      origin: over.origin ?? ORIGIN,
      secret: 'x'.repeat(32),
      olderSecrets: [],
      mail: 'none',
      demo: false,
      providers: [],
      schemaVersion: 1,
      content: { programmes: [], directory: [], version: 'v' },
      contentRefusals: [],
    }),
    clientDir: dir,
    log,
    trustedProxies: 0,
    compress: true,
    ...over,
  });
  return { app, lines };
}

const page = { page: () => html(PAGE) };

test('every answer carries the policy headers, a page of ours and a file alike', async () => {
  const { app } = makeApp(fakeBuild(page));
  for (const path of ['/page', '/assets/entry-Ab12.js', '/assets/gone.js']) {
    const { headers } = await app.request(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    const policy = headers.get('content-security-policy');
    for (const rule of [
      `default-src 'self'`,
      `frame-ancestors 'none'`,
      `object-src 'none'`,
      `base-uri 'none'`,
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toContain('unsafe');
    expect(headers.get('content-type')).toMatch(/^text\/(html|javascript); charset=utf-8$/i);
    expect(headers.has('access-control-allow-origin')).toBe(false);
  }
});

test('an address without https gets no HSTS', async () => {
  const { app } = makeApp(fakeBuild(page), { origin: 'http://localhost:3000' });
  expect((await app.request('/page')).headers.has('strict-transport-security')).toBe(false);
});

test('the nonce of the policy is the one the page was given, and a new one each time', async () => {
  const { app } = makeApp(fakeBuild({ nonce: ({ context }) => html(context.nonce) }));
  const first = await app.request('/nonce');
  const nonce = await first.text();
  expect(nonce.length).toBeGreaterThanOrEqual(22);
  expect(first.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
  expect(await (await app.request('/nonce')).text()).not.toBe(nonce);
});

test.each<[string, Record<string, string>, number]>([
  ['our own form', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }, 200],
  ['our own form, a browser without Sec-Fetch-Site', { origin: ORIGIN }, 200],
  ['our own form at another name of this machine', { origin: 'http://localhost' }, 200],
  [
    'a sandboxed Origin that the browser calls ours',
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    200,
  ],
  ['only a referer of ours', { referer: `${ORIGIN}/join` }, 200],
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
  ['another site, an old browser', { origin: 'https://evil.example' }, 403],
  ['a sister domain', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }, 403],
  ['a site whose name begins like ours', { origin: `${ORIGIN}.evil.example` }, 403],
  ['our name with another scheme', { origin: 'ftp://tsunagu.example.jp' }, 403],
  ['no origin at all', {}, 403],
  ['an opaque origin', { origin: 'null' }, 403],
  ['an opaque origin with a referer of ours', { origin: 'null', referer: ORIGIN }, 403],
  ['a referer from elsewhere', { referer: 'https://evil.example/' }, 403],
  ['nonsense', { origin: 'nonsense' }, 403],
])('a write from %s', async (_name, headers, status) => {
  let writes = 0;
  const build = fakeBuild({}, { page: () => html(`${++writes}`) });
  const { app } = makeApp(build);
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    const response = await app.request('http://localhost/page', {
      method,
      headers: { host: 'localhost', ...FORM, ...headers },
    });
    expect(response.status).toBe(status);
    if (status === 403) expect(await response.text()).toContain('何も変わっていません');
  }
  expect(writes).toBe(status === 200 ? 4 : 0);
});

test.each([undefined, 'application/json', 'multipart/form-data; boundary=x', 'text/plain'])(
  'a body of type %s is refused in words before anybody reads it',
  async (type) => {
    let writes = 0;
    const { app } = makeApp(fakeBuild({}, { page: () => html(`${++writes}`) }));
    const response = await app.request('http://localhost/page', {
      method: 'POST',
      headers: { origin: ORIGIN, ...(type ? { 'content-type': type } : {}) },
    });
    expect(response.status).toBe(415);
    expect(await response.text()).toContain('何も変わっていません');
    expect(writes).toBe(0);
  },
);

test.each([
  [404, () => new Response(null, { status: 404 })],
  [403, () => new Response(null, { status: 403 })],
  [500, new Error('secret detail')],
])(
  'a file or a form that answers %i without words is given a page in words',
  async (status, thrown) => {
    const answer = () => {
      throw thrown instanceof Error ? thrown : thrown();
    };
    const { app } = makeApp(fakeBuild({ file: answer }));
    const response = await app.request('/file');
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(text).toMatch(/<h1>[ぁ-ん]|<h1>ページ/);
    expect(text).not.toContain('secret detail');
  },
);

test('TRACE and its kin change nothing and give back nothing of what was asked', async () => {
  const { port, stop } = await serveApp(fakeBuild(page, { page: () => html('written') }));
  for (const method of ['TRACE', 'TRACK', 'OPTIONS']) {
    const headers = { cookie: 'session=secret', origin: ORIGIN };
    const answer = await ask(port, { path: '/page', method, headers }).catch(() => null);
    expect(answer?.status ?? 400, method).toBeGreaterThanOrEqual(400);
    expect(answer?.body ?? '').not.toMatch(/secret|written/);
  }
  await stop();
});

test('reading needs no origin', async () => {
  const { app } = makeApp(fakeBuild(page));
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  expect((await app.request('/page', { headers })).status).toBe(200);
});

test('built files are kept for a year, others an hour, in the encoding the browser takes', async () => {
  const { app } = makeApp(fakeBuild({}));
  const ask = (accept: string) =>
    app.request('/assets/entry-Ab12.js', { headers: { 'accept-encoding': accept } });
  const brotli = await ask('gzip, br');
  expect(brotli.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(brotli.headers.get('content-encoding')).toBe('br');
  expect(brotli.headers.get('vary')).toBe('Accept-Encoding');
  expect(brotli.headers.get('content-type')).toMatch(/javascript/);
  expect(await brotli.text()).toBe('as brotli');
  expect(await (await ask('gzip')).text()).toBe('as gzip');
  expect(await (await ask('')).text()).toBe('plain');

  const robots = await app.request('/robots.txt');
  expect(robots.headers.get('cache-control')).toBe('public, max-age=3600');
});

test('a built file that is gone is 404, and nothing outside the folder is served', async () => {
  const { app } = makeApp(fakeBuild(page));
  expect((await app.request('/assets/gone.js')).status).toBe(404);
  for (const path of ['/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/%2e%2e/package.json']) {
    expect(await (await app.request(path)).text()).not.toContain('"name"');
  }
});

test('pages are compressed in the encoding the browser takes, from one kilobyte on', async () => {
  const { app } = makeApp(fakeBuild({ ...page, small: () => html('<p>短い</p>') }));
  const ask = async (path: string, accept: string) => {
    const response = await app.request(path, { headers: { 'accept-encoding': accept } });
    const body = Buffer.from(await response.arrayBuffer());
    return { encoding: response.headers.get('content-encoding'), body, headers: response.headers };
  };
  const brotli = await ask('/page', 'gzip, deflate, br');
  expect(brotli.encoding).toBe('br');
  expect(brotliDecompressSync(brotli.body).toString()).toBe(PAGE);
  expect(brotli.headers.get('vary')).toContain('Accept-Encoding');
  const gzip = await ask('/page', 'br;q=0, gzip');
  expect(gzip.encoding).toBe('gzip');
  expect(gunzipSync(gzip.body).toString()).toBe(PAGE);
  const plain = await ask('/page', 'identity');
  expect(plain.encoding).toBeNull();
  expect(plain.body.toString()).toBe(PAGE);
  expect((await ask('/small', 'br')).encoding).toBeNull();
});

test('a compressed page says so over a real socket, and keeps each of its cookies', async () => {
  const build = fakeBuild({ document: () => null });
  (build.routes.document!.module as { default: unknown }).default = () => null;
  const { port, stop } = await serveApp(build);
  const { headers } = await send(port, '/document', [], { 'accept-encoding': 'br' });
  expect(headers['content-encoding']).toBe('br');
  expect(headers.vary).toContain('Accept-Encoding');
  expect(headers['set-cookie']).toEqual(['a=1', 'b=2']);
  await stop();
});

test('compression is left to the proxy when told so', async () => {
  const { app } = makeApp(fakeBuild(page), { compress: false });
  const response = await app.request('/page', { headers: { 'accept-encoding': 'br' } });
  expect(response.headers.has('content-encoding')).toBe(false);
});

test('pages of somebody signed in are kept nowhere, whatever the route says', async () => {
  const { app } = makeApp(
    fakeBuild({
      ...page,
      public: () => html('x', { 'Cache-Control': 'public, max-age=600' }),
      entering: () => html('x', { 'Set-Cookie': 'session=1' }),
    }),
  );
  const caching = async (path: string, headers = {}) =>
    (await app.request(path, { headers })).headers.get('cache-control');
  expect(await caching('/page')).toBe('no-cache');
  expect(await caching('/public')).toBe('public, max-age=600');
  expect(await caching('/page', { cookie: 'session=1' })).toBe('no-store');
  expect(await caching('/public', { cookie: 'session=1' })).toBe('no-store');
  expect(await caching('/entering')).toBe('no-store');
});

test('a fault in the application is a page in Japanese with status 500', async () => {
  const build = async (): Promise<ServerBuild> => {
    throw new Error('secret detail');
  };
  const { app, lines } = makeApp(build as never);
  const response = await app.request('/page');
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).toContain('うまく表示できませんでした');
  expect(text).not.toContain('secret detail');
  expect(response.headers.has('content-security-policy')).toBe(true);
  expect(lines.filter((line) => line.status === 500)).toHaveLength(1);
});

test('the log has one line a request, without query, codes or names', async () => {
  const build = fakeBuild({
    'verify/:code': () => html('ok'),
    'api/municipalities': () => html('ok'),
  });
  const { app, lines } = makeApp(build);
  await app.request('/verify/7F3K2MQX9TVD?name=hanako');
  await app.request('/verify/7F3K2MQX9TVD.data');
  await app.request('/api/municipalities?q=sakai');
  expect(lines.map((line) => [line.method, line.path, line.status])).toEqual([
    ['GET', '/verify/*', 200],
    ['GET', '/verify/*.data', expect.any(Number)],
    ['GET', '/api/municipalities', 200],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/7F3K|hanako|sakai/);
});

test('the address of the visitor is read behind as many proxies as are trusted', async () => {
  const build = fakeBuild({ address: ({ context }) => html(context.clientAddress) });
  const seen = async (trustedProxies: number, forwarded?: string) => {
    const { app } = makeApp(build, { trustedProxies });
    const env = { incoming: { socket: { remoteAddress: '::ffff:10.0.0.1' } } };
    const headers: Record<string, string> = forwarded ? { 'x-forwarded-for': forwarded } : {};
    return (await app.request('/address', { headers }, env)).text();
  };
  expect(await seen(0, '6.6.6.6')).toBe('10.0.0.1');
  expect(await seen(1, '6.6.6.6, 203.0.113.9')).toBe('203.0.113.9');
  expect(await seen(2, '6.6.6.6, 203.0.113.9, 10.0.0.2')).toBe('203.0.113.9');
  expect(await seen(1)).toBe('10.0.0.1');
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** A request over a real socket, its body in chunks of unknown length. */
function send(port: number, path: string, chunks: Buffer[], headers: Record<string, string> = {}) {
  const method = chunks.length > 0 ? 'POST' : 'GET';
  return ask(port, { path, method, headers }, chunks);
}

type Asked = { path: string; method: string; headers: Record<string, string> };

function ask(port: number, asked: Asked, chunks: Buffer[] = []) {
  return new Promise<Answer>((resolve, reject) => {
    const request = httpRequest({ port, host: '127.0.0.1', ...asked }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (body += chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body }),
      );
    });
    request.on('error', reject);
    for (const chunk of chunks) request.write(chunk);
    request.end();
  });
}

async function serveApp(build: ServerBuild, over: Partial<AppParts> = {}) {
  const { app, lines } = makeApp(build, over);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  return { ...(await listen(server, 0, '127.0.0.1')), lines };
}

test('a body over the limit is refused while it streams, one at the limit is read', async () => {
  let read = 0;
  const build = fakeBuild(
    {},
    {
      send: async ({ request }) => {
        read = (await request.arrayBuffer()).byteLength;
        return html('read');
      },
    },
  );
  const { port, stop } = await serveApp(build);
  const headers = { origin: ORIGIN, ...FORM };
  const half = Buffer.alloc(BODY_MAX_BYTES / 2);

  const fits = await send(port, '/send', [half, half], headers);
  expect(fits.status).toBe(200);
  expect(read).toBe(BODY_MAX_BYTES);

  read = 0;
  const over = await send(port, '/send', [half, half, Buffer.alloc(1)], headers);
  expect(over.status).toBe(413);
  expect(over.body).toContain('大きすぎます');
  const told = await send(port, '/send', [Buffer.alloc(BODY_MAX_BYTES + 1)], {
    ...headers,
    'content-length': String(BODY_MAX_BYTES + 1),
  });
  expect(told.status).toBe(413);
  expect(read).toBe(0);
  await stop();
});

const UPLOAD = '/office/areas/271403/imports/new';
const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x' };

test('a file is taken only where a page asks for one', async () => {
  let writes = 0;
  const taken = () => html(`${++writes}`);
  const others = ['page', 'office/areas/271403/imports', 'office/areas/271403/imports/new.data'];
  const upload = UPLOAD.slice(1);
  const { app } = makeApp(
    fakeBuild({}, Object.fromEntries([upload, ...others].map((path) => [path, taken]))),
  );
  const post = (path: string, headers: Record<string, string>) =>
    app.request(`http://localhost${path}`, { method: 'POST', headers });

  expect((await post(UPLOAD, { origin: ORIGIN, ...MULTIPART })).status).toBe(200);
  expect((await post(UPLOAD, { origin: ORIGIN, ...FORM })).status).toBe(200);
  expect(writes).toBe(2);
  for (const path of others) {
    expect((await post(`/${path}`, { origin: ORIGIN, ...MULTIPART })).status).toBe(415);
  }
  expect((await post(UPLOAD, { origin: ORIGIN, 'content-type': 'text/csv' })).status).toBe(415);
  expect((await post(UPLOAD, { origin: 'https://evil.example', ...MULTIPART })).status).toBe(403);
  expect((await post(UPLOAD, MULTIPART)).status).toBe(403);
  expect(writes).toBe(2);
});

test('every address that takes a file is in the map', async () => {
  const { default: routes } = await import('../app/routes');
  const paths = (await routes).map(({ path }) => path);
  expect(UPLOAD_ROUTES.filter((path) => !paths.includes(path))).toEqual([]);
});

test('a file over the limit is refused in words while it streams, before anybody reads it', async () => {
  let read = -1;
  const build = fakeBuild(
    {},
    {
      [UPLOAD.slice(1)]: async ({ request }) => {
        read = (await request.arrayBuffer()).byteLength;
        return html('read');
      },
    },
  );
  const { port, stop } = await serveApp(build);
  const headers = { origin: ORIGIN, ...MULTIPART };
  const half = Buffer.alloc(UPLOAD_MAX_BYTES / 2);
  expect((await send(port, UPLOAD, [half, half], headers)).status).toBe(200);
  expect(read).toBe(UPLOAD_MAX_BYTES);
  read = -1;
  const over = await send(port, UPLOAD, [half, half, Buffer.alloc(1)], headers);
  expect(over.status).toBe(413);
  expect(over.body).toContain('10メガバイト');
  const told = await send(port, UPLOAD, [Buffer.alloc(UPLOAD_MAX_BYTES + 1)], {
    ...headers,
    'content-length': String(UPLOAD_MAX_BYTES + 1),
  });
  expect(told.status).toBe(413);
  const text = await send(port, UPLOAD, [Buffer.alloc(BODY_MAX_BYTES + 1)], {
    origin: ORIGIN,
    ...FORM,
  });
  expect(text.status).toBe(413);
  expect(read).toBe(-1);
  await stop();
});

test('stopping lets a running request finish and takes no new one', async () => {
  let entered = () => {};
  let release = () => {};
  const hasEntered = new Promise<void>((resolve) => (entered = resolve));
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  let stopping = false;
  const build = fakeBuild({
    slow: async () => {
      entered();
      await isReleased;
      return html('finished');
    },
  });
  const { port, stop, lines } = await serveApp(build, { isStopping: () => stopping });
  const running = send(port, '/slow', []);
  await hasEntered;
  stopping = true;
  const stopped = stop();
  await expect(send(port, '/slow', [])).rejects.toThrow('ECONNREFUSED');
  release();
  const answer = await running;
  expect(answer.body).toBe('finished');
  expect(answer.headers.connection).toBe('close');
  await stopped;
  expect(lines).toHaveLength(1);
});

test('a request that never finishes is cut off at the limit', async () => {
  let entered = () => {};
  const hasEntered = new Promise<void>((resolve) => (entered = resolve));
  const build = fakeBuild({
    never: () => {
      entered();
      return new Promise(() => {});
    },
  });
  const { port, stop } = await serveApp(build);
  const running = send(port, '/never', []);
  const cut = expect(running).rejects.toThrow();
  await hasEntered;
  await stop(1);
  await cut;
});
