import { readdirSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';
import { plainPage } from './plain-page';

/** Names of built files carry a hash of their contents. */
const BUILT = '/assets/';
/** Asked for at each visit, so that a new one is found at once. */
const WORKER = '/sw.js';

/** The files of the built client, each with the compressed copies that stand beside it. */
export function staticFiles(clientDir: string): MiddlewareHandler {
  const root = resolve(clientDir);
  const known = new Set(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(
        (entry) => `/${relative(root, resolve(entry.parentPath, entry.name)).split(sep).join('/')}`,
      )
      .filter((path) => !/\.(br|gz)$/.test(path)),
  );
  const serve = serveStatic({ root, precompressed: true });
  return async (c, next) => {
    if (known.has(c.req.path)) {
      const response = await serve(c, next);
      response?.headers.set(
        'Cache-Control',
        c.req.path.startsWith(BUILT)
          ? 'public, max-age=31536000, immutable'
          : c.req.path === WORKER
            ? 'no-cache'
            : 'public, max-age=3600',
      );
      return response;
    }
    if (c.req.path.startsWith(BUILT)) return plainPage('not-found');
    return next();
  };
}
