import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import Database from 'better-sqlite3';

/** A consistent copy of a database that is in use, page by page; what is written meanwhile is in it or not, never half. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    await source.backup(to);
  } finally {
    source.close();
  }
  // One file, without the journal of its own beside it.
  const copy = new Database(to);
  copy.pragma('journal_mode = DELETE');
  copy.close();
}

/** What SQLite itself finds wrong in a file; empty when it is whole. */
export function findDamage(path: string): string[] {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(path, { readonly: true, fileMustExist: true });
    const found = connection.pragma('integrity_check') as { integrity_check: string }[];
    const broken = connection.pragma('foreign_key_check') as unknown[];
    const damage = found.map((row) => row.integrity_check).filter((line) => line !== 'ok');
    if (broken.length > 0) damage.push(`${broken.length} references lead nowhere`);
    return damage;
  } catch (error) {
    return [(error as Error).message];
  } finally {
    connection?.close();
  }
}

/** SHA-256 of a file in hex, read as a stream. */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** True while another process has the file open: nothing but the only user gets it for itself. */
export function isInUse(path: string): boolean {
  const connection = new Database(path, { timeout: 0 });
  try {
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.exec('BEGIN EXCLUSIVE; COMMIT;');
    return false;
  } catch (error) {
    if (/^SQLITE_(BUSY|LOCKED)/.test(String((error as { code?: string }).code))) return true;
    // A file too damaged to be opened is nobody's.
    return false;
  } finally {
    connection.close();
  }
}
