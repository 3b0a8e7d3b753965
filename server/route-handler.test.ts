import type { LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { createRouteHandler } from './route-handler';

const paths = ['', 'help', 'courses/:slug', 'courses/new', ':edition?/lessons/:lesson', '*'];

/** Every address answers with its own path and what it took from the address. */
function buildOf(): ServerBuild {
  const leaf = (path: string) => ({
    id: path || 'index',
    parentId: 'root',
    path: path || undefined,
    index: path === '' ? true : undefined,
    module: {
      loader: ({ params }: LoaderFunctionArgs) => Response.json({ path, params }),
    },
  });
  const routes = Object.fromEntries(paths.map((path) => [path || 'index', leaf(path)]));
  const root = { id: 'root', path: '', module: { default: () => null } };
  const assetOf = (route: { id: string }) => ({ ...route, hasLoader: true, module: '' });
  return {
    entry: { module: { default: () => new Response() } },
    routes: { root, ...routes },
    assets: {
      routes: Object.fromEntries([root, ...Object.values(routes)].map((r) => [r.id, assetOf(r)])),
      entry: { module: '', imports: [] },
      url: '',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    basename: '/',
    future: { v3_singleFetch: true },
    isSpaMode: false,
  } as unknown as ServerBuild;
}

const handler = createRouteHandler(buildOf(), 'production');
const ask = async (path: string) =>
  (await (await handler(new Request(`http://localhost${path}`))).json()) as unknown;

test.each([
  ['/', '', {}],
  ['/help', 'help', {}],
  ['/courses/new', 'courses/new', {}],
  ['/courses/koe', 'courses/:slug', { slug: 'koe' }],
  ['/courses/%E5%A3%B0', 'courses/:slug', { slug: '声' }],
  ['/lessons/kiku', ':edition?/lessons/:lesson', { lesson: 'kiku' }],
  ['/en/lessons/kiku', ':edition?/lessons/:lesson', { edition: 'en', lesson: 'kiku' }],
  ['/nobody/knows', '*', { '*': 'nobody/knows' }],
])(
  '%s is answered by the route that fits best, the first time and again',
  async (at, path, params) => {
    expect(await ask(at)).toEqual({ path, params });
    expect(await ask(at)).toEqual({ path, params });
  },
);

test('a path that cannot be decoded is answered, and nothing breaks for the next one', async () => {
  expect(await ask('/courses/%E0%A4%A')).toMatchObject({ path: 'courses/:slug' });
  expect(await ask('/help')).toEqual({ path: 'help', params: {} });
});
