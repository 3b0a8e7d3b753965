import { setImmediate } from 'node:timers/promises';
import iconv from 'iconv-lite';

export type TextEncoding = 'utf-8' | 'utf-16' | 'cp932';
export type ReadText =
  | { ok: true; text: string; encoding: TextEncoding }
  | { ok: false; reason: 'binary' | 'unreadable-text' };

const SLICE_BYTES = 128 * 1024;
/** What no table in text holds; a tab and the ends of lines are all there is. */
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/;

/** Bytes as text: UTF-8 or UTF-16 by their marks, else UTF-8 or CP932, whichever holds for every single byte. */
export async function readText(bytes: Uint8Array): Promise<ReadText> {
  const read = decodeMarked(bytes) ?? decodeUtf8(bytes) ?? (await decodeCp932(bytes));
  if (!read) return { ok: false, reason: bytes.includes(0) ? 'binary' : 'unreadable-text' };
  if (CONTROL.test(read.text)) return { ok: false, reason: 'binary' };
  return { ok: true, ...read };
}

type Decoded = { text: string; encoding: TextEncoding };

function decode(label: string, bytes: Uint8Array, encoding: TextEncoding): Decoded | null {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

function decodeMarked(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes, 'utf-16');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes, 'utf-16');
  return null;
}

function decodeUtf8(bytes: Uint8Array): Decoded | null {
  return decode('utf-8', bytes, 'utf-8');
}

const LOST = '\uFFFD';

async function decodeCp932(bytes: Uint8Array): Promise<Decoded | null> {
  const decoder = iconv.getDecoder('cp932');
  let text = '';
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    const part = decoder.write(Buffer.from(bytes.subarray(at, at + SLICE_BYTES)));
    if (part.includes(LOST)) return null;
    text += part;
    await setImmediate();
  }
  text += decoder.end() ?? '';
  return text.includes(LOST) ? null : { text, encoding: 'cp932' };
}
