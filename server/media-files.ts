import { resolve } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';
import { plainPage } from './plain-page';

const TYPES: Record<string, string> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  vtt: 'text/vtt; charset=utf-8',
};

/** Films and sounds of published lessons, each at the address of its contents, in parts where a player asks for them. */
export function mediaFiles(folder: string): MiddlewareHandler {
  const serve = serveStatic({
    root: resolve(folder),
    rewriteRequestPath: (path) => path.slice('/media'.length),
  });
  return async (c, next) => {
    const [, ending = ''] = /^\/media\/[0-9a-f]{64}\.([a-z0-9]+)$/.exec(c.req.path) ?? [];
    const type = TYPES[ending];
    if (!type || !['GET', 'HEAD'].includes(c.req.method)) return plainPage('not-found');
    const found = await serve(c, next);
    if (!(found instanceof Response)) return plainPage('not-found');
    found.headers.set('Content-Type', type);
    found.headers.set('Accept-Ranges', 'bytes');
    found.headers.set('Cache-Control', 'public, max-age=31536000, immutable');
    return found;
  };
}
