export const FILE_MAX_BYTES = 10 * 1024 * 1024;
const FILE_NAME_CHARACTERS = 120;
/** A form has a handful of fields; one of thousands of parts is no form of ours. */
const MAX_PARTS = 20;

export type ReadUpload =
  | { ok: true; name: string; bytes: Uint8Array }
  | { ok: false; reason: 'no-file' | 'file-too-large' | 'not-a-form' };

/** The file that a form sent in this field. Its name is words for people: nothing is ever stored under it. */
export async function readUpload(request: Request, field: string): Promise<ReadUpload> {
  const type = request.headers.get('content-type') ?? '';
  const boundary = /^multipart\/form-data;.*boundary="?([^";]{1,100})"?/i.exec(type)?.[1];
  if (!boundary) return { ok: false, reason: 'no-file' };
  const body = Buffer.from(await request.arrayBuffer());
  if (countOf(body, `--${boundary}`) > MAX_PARTS) return { ok: false, reason: 'not-a-form' };
  const form = await new Response(body, { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => null);
  if (!form) return { ok: false, reason: 'not-a-form' };
  const file = form.get(field);
  if (!file || typeof file === 'string') return { ok: false, reason: 'no-file' };
  if (file.name === '' && file.size === 0) return { ok: false, reason: 'no-file' };
  if (file.size > FILE_MAX_BYTES) return { ok: false, reason: 'file-too-large' };
  return {
    ok: true,
    name: shownName(file.name),
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}

function countOf(body: Buffer, text: string): number {
  let count = 0;
  for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + text.length)) {
    count += 1;
    if (count > MAX_PARTS) break;
  }
  return count;
}

/** The last part of a path, without what cannot be seen. */
function shownName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '').trim();
  return [...plain].slice(0, FILE_NAME_CHARACTERS).join('') || 'list';
}
