import { randomBytes, randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node';
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { carryReading } from '../app/flows/carry-reading.server';
import type { inLocale } from '../app/in-locale.server';
import { wordsLocale } from '../app/lib/reading-settings';
import { withoutReadings } from '../app/lib/reading-signs';
import { findClientAddress } from './client-address';
import { compressed } from './compressed';
import type { Context } from './context';
import { maskedPath } from './masked-path';
import { mediaFiles } from './media-files';
import { isOneClick, isOwnWrite } from './own-write';
import { inWords, plainPage } from './plain-page';
import { createRouteHandler } from './route-handler';
import { securityEvent } from './security-event';
import { setSecurityHeaders } from './security-headers';
import { staticFiles } from './static-files';
import { discard, isOfType, isUpload, UPLOAD_MAX_BYTES } from './upload-routes';

export const BODY_MAX_BYTES = 1024 * 1024;

export type AppParts = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: 'production' | 'development';
  /** What every request is given, but for what belongs to one request. Asked anew each time, as content changes while authors write. */
  context: () => Omit<Context, 'clientAddress' | 'nonce'>;
  /** The built client; null when something in front serves it. */
  clientDir: string | null;
  /** Films and sounds of published lessons. */
  mediaDir?: string;
  log: Logger;
  trustedProxies: number;
  /** False when a proxy in front compresses. */
  compress: boolean;
  /** True once the server is stopping: answers then close their connection. */
  isStopping?: () => boolean;
};

type AppEnv = {
  Bindings: HttpBindings | undefined;
  Variables: { nonce: string; context?: AppLoadContext };
};

/** Everything between the socket and Remix. */
export function createApp(parts: AppParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { build, mode } = parts;
  const remix =
    typeof build === 'function'
      ? createRequestHandler(build, mode)
      : createRouteHandler(build, mode);
  const { origin } = parts.context();
  const https = origin.startsWith('https:');

  app.onError((error, c) => {
    parts.log.error({ err: error, path: maskedPath(c.req.path) }, 'request failed');
    return plainPage('broken');
  });

  app.use(logRequests(parts));

  app.use(async (c, next) => {
    const nonce = randomBytes(16).toString('base64url');
    c.set('nonce', nonce);
    await next();
    const { headers } = c.res;
    setSecurityHeaders(headers, { nonce, https, development: parts.mode === 'development' });
    if (parts.isStopping?.()) headers.set('Connection', 'close');
  });

  app.use(async (c, next) => {
    const { method, path, raw } = c.req;
    const { headers } = raw;
    if (!isOwnWrite({ method, path, headers }, origin)) return plainPage('foreign-write');
    return next();
  });

  app.use(async (c, next) =>
    isTaken(c.req.raw) || isOneClick(c.req.path) ? next() : plainPage('not-a-form'),
  );

  const forms = bodyLimit({ maxSize: BODY_MAX_BYTES, onError: () => plainPage('too-large') });
  const files = bodyLimit({
    maxSize: UPLOAD_MAX_BYTES,
    onError: async (c) => {
      await discard(c.req.raw.body);
      return plainPage('file-too-large');
    },
  });
  app.use((c, next) => (isUpload(c.req.raw) ? files(c, next) : forms(c, next)));

  if (parts.clientDir) app.use(staticFiles(parts.clientDir));
  if (parts.mediaDir) app.use('/media/*', mediaFiles(parts.mediaDir));

  app.all('*', async (c) => {
    const request = c.req.raw;
    // Remix compares Origin with Host once more, which a proxy may have renamed. It was checked above.
    request.headers.delete('origin');
    const context: AppLoadContext = {
      ...parts.context(),
      nonce: c.get('nonce'),
      clientAddress: findClientAddress(
        c.env?.incoming?.socket.remoteAddress ?? '',
        request.headers.get('x-forwarded-for'),
        parts.trustedProxies,
      ),
    };
    c.set('context', context);
    const { entry } = typeof build === 'function' ? await build() : build;
    const { inLocale: inWordsOf } = entry.module as { inLocale?: typeof inLocale };
    const answer = () => remix(request, context);
    const locale = wordsLocale(request, c.req.path);
    const said = await (inWordsOf ? inWordsOf(locale, answer) : answer());
    const answered = locale === 'furigana' ? await readOnlyOnPages(said) : said;
    if (context.began === 'login' && context.actor) {
      const reading = await carryReading({ context, personId: context.actor, request });
      if (reading) answered.headers.append('Set-Cookie', reading);
    }
    const trouble = answered.status >= 500 && context.trouble;
    const response = trouble ? plainPage(trouble) : inWords(answered);
    setCaching(request.headers, response.headers);
    return parts.compress ? compressed(response, request.headers.get('accept-encoding')) : response;
  });

  return app;
}

/** A page draws its readings; in what a script is given the words stand alone. */
async function readOnlyOnPages(response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  if (!response.body || !/^(text\/(?!html)|application\/json)/.test(type)) return response;
  return new Response(withoutReadings(await response.text()), response);
}

/** What is sent comes from a form: without files, but for the few pages that ask for one. */
function isTaken(request: Request): boolean {
  const { method, headers } = request;
  if (method === 'GET' || method === 'HEAD') return true;
  return isOfType(headers, 'application/x-www-form-urlencoded') || isUpload(request);
}

/** Pages of somebody who is signed in, or is being signed in or out, are kept nowhere. */
function setCaching(asked: Headers, answered: Headers): void {
  const personal = asked.has('cookie') || answered.has('set-cookie');
  if (personal) {
    answered.set('Cache-Control', 'no-store');
  } else if (!answered.has('cache-control')) {
    answered.set('Cache-Control', 'no-cache');
    answered.append('Vary', 'Cookie');
  }
}

const REQUEST_ID = /^[\w-]{8,64}$/;

/** One line for each request, written when the answer has gone out or the visitor has gone away. */
function logRequests({ log, trustedProxies }: AppParts): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const begun = performance.now();
    const given = trustedProxies > 0 ? c.req.header('x-request-id') : undefined;
    const id = given && REQUEST_ID.test(given) ? given : randomUUID();
    await next();
    c.res.headers.set('X-Request-Id', id);

    const { status, headers } = c.res;
    const outgoing = c.env?.outgoing;
    const socket = outgoing?.socket;
    const written = socket?.bytesWritten ?? 0;
    const write = () =>
      log.info({
        id,
        method: c.req.method,
        path: maskedPath(c.req.path),
        status,
        ...securityEvent(c.req.method, c.req.path, status, c.get('context')),
        ms: Math.round((performance.now() - begun) * 10) / 10,
        bytes: socket ? socket.bytesWritten - written : Number(headers.get('content-length') ?? 0),
      });
    if (outgoing) outgoing.once('close', write);
    else write();
  };
}
