/** The only addresses that take a file, as `app/routes.ts` names them. Everything else takes forms of text. */
export const UPLOAD_ROUTES = ['office/areas/:code/imports/new'];

/** Room for the file itself, and for what a form writes around it. */
export const UPLOAD_MAX_BYTES = 10 * 1024 * 1024 + 64 * 1024;

const patterns = UPLOAD_ROUTES.map((route) => new RegExp(`^/${route.replace(/:\w+/g, '[^/]+')}$`));

/** A form with a file, sent to where one is asked for. */
export function isUpload({ method, url, headers }: Request): boolean {
  if (method !== 'POST' || !isOfType(headers, 'multipart/form-data')) return false;
  const { pathname } = new URL(url);
  return patterns.some((pattern) => pattern.test(pathname));
}

export function isOfType(headers: Headers, type: string): boolean {
  const [given] = (headers.get('content-type') ?? '').split(';');
  return given?.trim().toLowerCase() === type;
}

const DISCARDED_MAX_BYTES = 100 * 1024 * 1024;

/** Lets a file that is too large run out into nothing: a browser reads the answer only when it has sent all. */
export async function discard(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (!body || body.locked) return;
  const reader = body.getReader();
  let left = DISCARDED_MAX_BYTES;
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    left -= value?.byteLength ?? 0;
    if (done || left < 0) return;
  }
}
