import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const MIN_BYTES = 1024;
/** Up to this size compressing at once costs less than handing the work to another thread. */
const AT_ONCE_MAX_BYTES = 128 * 1024;

const compressInThread = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** The better of the encodings that the browser takes, if any. */
export function acceptedEncoding(header: string | null): Encoding | null {
  const weights = new Map<string, number>();
  for (const part of (header ?? '').split(',')) {
    const [name = '', ...params] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const q = params.find((param) => param.startsWith('q='));
    weights.set(name, q ? Number(q.slice(2)) : 1);
  }
  const accepts = (name: string) => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : null;
}

/** Pages and the data of pages; files made to be downloaded pass by as they stream. */
function isPageText(headers: Headers): boolean {
  return /^(text\/html|text\/x-script|application\/json)\b/.test(headers.get('content-type') ?? '');
}

/** The same answer, compressed when that is worth it. */
export async function compressed(response: Response, accept: string | null): Promise<Response> {
  if (!isPageText(response.headers) || response.headers.has('content-encoding')) return response;
  // A copy: the server's own Response forgets late changes of its headers once its body is read.
  const headers = new Headers(response.headers);
  headers.append('Vary', 'Accept-Encoding');
  const { status, statusText } = response;
  const encoding = acceptedEncoding(accept);
  if (!response.body || !encoding) {
    return new Response(response.body, { status, statusText, headers });
  }
  const body = Buffer.from(await response.arrayBuffer());
  if (body.length < MIN_BYTES) return new Response(body, { status, statusText, headers });
  headers.set('Content-Encoding', encoding);
  headers.delete('Content-Length');
  const packed = (await compress(body, encoding)) as Uint8Array<ArrayBuffer>;
  return new Response(packed, { status, statusText, headers });
}

async function compress(body: Buffer, encoding: Encoding) {
  const brotli = {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 4,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  };
  const zip = { level: 4 };
  if (body.length <= AT_ONCE_MAX_BYTES) {
    return encoding === 'br' ? brotliCompressSync(body, brotli) : gzipSync(body, zip);
  }
  return encoding === 'br' ? compressInThread.br(body, brotli) : compressInThread.gzip(body, zip);
}
