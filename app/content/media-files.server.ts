import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { checkCaptions } from './captions';
import type { MediaFile } from './library';
import type { Problem } from './refusal';
import { checkSource } from './source-limits';
import { normaliseSource } from './yaml-source';

const MEDIA_LIMIT_BYTES = 50 * 1024 * 1024;
const CAPTIONS_LIMIT_BYTES = 200 * 1024;

const isMpeg4 = (head: Buffer) => head.subarray(4, 8).toString('latin1') === 'ftyp';
const SIGNATURES: Record<string, (head: Buffer) => boolean> = {
  '.mp4': isMpeg4,
  '.m4a': isMpeg4,
  '.webm': (head) => head.subarray(0, 4).equals(Buffer.from('1a45dfa3', 'hex')),
  '.mp3': (head) =>
    head.subarray(0, 3).toString('latin1') === 'ID3' ||
    (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0),
};

type Taken = { ok: true; file: MediaFile } | { ok: false; problems: Problem[] };

/** A film, a sound or captions beside a lesson: its kind told by what is in it, and its hash. */
export async function readMedia(path: string, name: string): Promise<Taken> {
  const ending = extname(name);
  if (!/^[A-Za-z0-9_.-]+$/.test(name) || !(ending in SIGNATURES || ending === '.vtt'))
    return refused(
      '使えるのは mp4・webm・mp3・m4a と字幕の vtt で、名前は英数字だけです',
      '書き出し直すか、名前を変えてください',
    );
  const { size } = await stat(path);
  const limit = ending === '.vtt' ? CAPTIONS_LIMIT_BYTES : MEDIA_LIMIT_BYTES;
  if (size > limit)
    return refused(
      `大きすぎます（${Math.ceil(size / 1024)} KB）`,
      `${limit / 1024} KB までに縮めてください。長いものは分けられます`,
    );
  if (ending === '.vtt') {
    const source = normaliseSource(await readFile(path, 'utf8'));
    const problems = [...checkSource(source), ...checkCaptions(source)];
    if (problems.length > 0) return { ok: false, problems };
  } else if (!SIGNATURES[ending]?.(await headOf(path)))
    return refused('名前と中身の種類が違います', '書き出し直してください');
  return { ok: true, file: { name, path, hash: await hashOf(path) } };
}

function refused(reason: string, remedy: string): Taken {
  return { ok: false, problems: [{ line: 1, column: 1, reason, remedy }] };
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}
