import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';

const KEPT_PATHS = 5000;

/**
 * Answers as Remix's own handler does. That one ranks all routes anew several times for each request;
 * here a path is matched once, and what answers it is a handler that knows the root and that one route.
 */
export function createRouteHandler(build: ServerBuild, mode: string): RequestHandler {
  const whole = createRequestHandler(build, mode);
  const handlers = new Map<string, RequestHandler>();
  const idOfPath = new Map<string, string | null>();
  const tree = [
    {
      id: 'root',
      path: '',
      children: Object.values(build.routes)
        .filter((route) => route !== undefined && route.parentId === 'root')
        .map((route) => (({ id, path, index }) => ({ id, path, index }))(route!)),
    },
  ];

  function findRouteId(path: string): string | null {
    const known = idOfPath.get(path);
    if (known !== undefined) return known;
    const id = matchRoutes(tree as never, path)?.at(-1)?.route.id ?? null;
    if (idOfPath.size >= KEPT_PATHS) idOfPath.clear();
    idOfPath.set(path, id);
    return id;
  }

  function handlerOf(id: string): RequestHandler {
    const known = handlers.get(id);
    if (known) return known;
    const handler = createRequestHandler(onlyRoute(build, id), mode);
    handlers.set(id, handler);
    return handler;
  }

  return async (request, context) => {
    const path = new URL(request.url).pathname;
    const isForMachine = path.endsWith('.data') || path.endsWith('/__manifest');
    const id = isForMachine ? null : findRouteId(path);
    return await (id === null ? whole : handlerOf(id))(request, context);
  };
}

function onlyRoute(build: ServerBuild, id: string): ServerBuild {
  const { routes, assets } = build;
  return {
    ...build,
    routes: { root: routes['root']!, [id]: routes[id]! },
    assets: {
      ...assets,
      routes: { root: assets.routes['root']!, [id]: assets.routes[id]! },
    },
  };
}
