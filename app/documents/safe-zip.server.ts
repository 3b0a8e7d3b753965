import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { TableRefusal } from './table-refusal';

export const ZIP_LIMITS = {
  entries: 200,
  entryBytes: 40 * 1024 * 1024,
  totalBytes: 50 * 1024 * 1024,
  /** Of inflated to packed; below `ratioFreeBytes` nobody asks. */
  ratio: 100,
  ratioFreeBytes: 1024 * 1024,
};

export type SafeZip =
  { ok: true; parts: Map<string, Buffer> } | { ok: false; reason: TableRefusal };

class Refused extends Error {
  constructor(readonly reason: TableRefusal) {
    super(reason);
  }
}

/**
 * What a ZIP file holds, once it is sure that it is no bomb: first by what its directory says, then by
 * what really comes out, as a directory may lie. Only the parts that `isWanted` names are kept; every
 * other one is still inflated and measured.
 */
export async function readSafeZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<SafeZip> {
  try {
    const zip = await fromBufferPromise(asBuffer(bytes), { lazyEntries: true });
    return { ok: true, parts: await readParts(zip, await listEntries(zip), isWanted) };
  } catch (error) {
    return { ok: false, reason: error instanceof Refused ? error.reason : 'damaged' };
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The directory of the archive, refused where it already tells of too much. */
async function listEntries(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > ZIP_LIMITS.entries) throw new Refused('bomb');
  const entries: Entry[] = [];
  const names = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    total += entry.uncompressedSize;
    if (entry.isEncrypted()) throw new Refused('encrypted');
    if (entries.length > ZIP_LIMITS.entries || names.has(entry.fileName)) throw new Refused('bomb');
    names.add(entry.fileName);
    if (total > ZIP_LIMITS.totalBytes) throw new Refused('bomb');
    measure(entry, entry.uncompressedSize);
  }
  return entries;
}

function measure({ compressedSize }: Entry, inflated: number): void {
  if (inflated > ZIP_LIMITS.entryBytes) throw new Refused('bomb');
  const isDense = inflated > ZIP_LIMITS.ratio * Math.max(compressedSize, 1);
  if (isDense && inflated > ZIP_LIMITS.ratioFreeBytes) throw new Refused('bomb');
}

async function readParts(zip: ZipFile, entries: Entry[], isWanted: (name: string) => boolean) {
  const parts = new Map<string, Buffer>();
  let total = 0;
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue;
    const chunks: Buffer[] = [];
    let size = 0;
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (size === 0 && isArchive(chunk)) throw new Refused('nested');
      size += chunk.length;
      total += chunk.length;
      measure(entry, size);
      if (total > ZIP_LIMITS.totalBytes) throw new Refused('bomb');
      if (isWanted(entry.fileName)) chunks.push(chunk);
    }
    if (isWanted(entry.fileName)) parts.set(entry.fileName, Buffer.concat(chunks));
  }
  return parts;
}

const ARCHIVES = ['504b0304', '504b0506', '1f8b08', '377abcaf271c', '526172211a07', 'fd377a585a00'];

function isArchive(start: Buffer): boolean {
  const hex = start.subarray(0, 8).toString('hex');
  return ARCHIVES.some((magic) => hex.startsWith(magic));
}

/**
 * A ZIP of these parts without compression. The reader of workbooks is given this one, never the file
 * that came in: two readers can understand one crafted archive in two ways.
 */
export function storedZip(parts: Map<string, Buffer>): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of parts) {
    const path = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt32LE(0x00210000, 6);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04'), facts, path, data);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), facts, place, path);
    offset += 4 + facts.length + path.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, listed, end]);
}
