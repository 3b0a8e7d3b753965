import { Writable } from 'node:stream';
import type { AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { storeTroubleOf } from '~/db/store-trouble.server';
import { getLocale } from '~/paraglide/runtime';
import { DocumentContext } from '~/ui/document-context';
import { wholeDocument } from './whole-document.server';
import { withReadings } from './with-readings.server';

/** The server puts each request into the words of its edition; the build has to do it, as the words are its own. */
export { inLocale } from './in-locale.server';

const RENDER_LIMIT_MS = 5000;

/** Renders the whole document before it answers, so that an error is a real 500 and never half a page. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const isRead = getLocale() === 'furigana';
  return new Promise<Response>((resolve, reject) => {
    let code = status;
    const { pipe, abort } = renderToPipeableStream(
      <DocumentContext.Provider
        value={{ nonce: loadContext.nonce, entryModule: remixContext.manifest.entry.module }}
      >
        <RemixServer context={remixContext} url={request.url} abortDelay={RENDER_LIMIT_MS} />
      </DocumentContext.Provider>,
      {
        onAllReady() {
          const chunks: Buffer[] = [];
          const sink = new Writable({
            write(chunk: Buffer, _encoding, done) {
              chunks.push(Buffer.from(chunk));
              done();
            },
            final(done) {
              clearTimeout(timer);
              const whole = wholeDocument(chunks);
              const body = isRead
                ? withReadings(whole.toString(), loadContext.content.readings)
                : whole;
              resolve(new Response(body, { status: code, headers }));
              done();
            },
          });
          pipe(sink);
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error as Error);
        },
        onError(error) {
          code = 500;
          console.error(error);
        },
      },
    );
    const timer = setTimeout(abort, RENDER_LIMIT_MS);
  });
}

/** What nobody caught. The server says in words when it is the disk or a lock. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs): void {
  if (request.signal.aborted) return;
  // A form sent where none is taken is the sender's mistake, and answered in words.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  context.trouble = storeTroubleOf(error) ?? undefined;
  console.error(error);
}
