import { join } from 'node:path';
import { findDamage } from '../../app/db/copy-file.server';
import { readJournal } from '../../app/db/migrate.server';
import { describeFiles } from './back-up';
import { DATABASE_NAME, readManifest, type Manifest } from './manifest';

export type Checked = { ok: true; manifest: Manifest } | { ok: false; reasons: string[] };

/** Whether a backup is whole and not newer than this program. */
export async function checkBackup(folder: string): Promise<Checked> {
  const read = readManifest(folder);
  if (!read.ok) return { ok: false, reasons: [read.why] };
  const { manifest } = read;
  const reasons: string[] = [];
  const known = readJournal().entries.length;
  if (manifest.schemaVersion > known) {
    reasons.push(
      `it was made by a newer program: it has ${manifest.schemaVersion} migrations, this one knows ${known}. Start the newer program.`,
    );
  }
  const found = await describeFiles(folder);
  for (const [file, { bytes, sha256 }] of Object.entries(manifest.files)) {
    const there = found[file];
    if (!there) reasons.push(`${file} is missing`);
    else if (there.bytes !== bytes || there.sha256 !== sha256) {
      reasons.push(`${file} is not as it was written (${there.bytes} of ${bytes} bytes)`);
    }
  }
  for (const file of Object.keys(found)) {
    if (!manifest.files[file]) reasons.push(`${file} was not in the backup`);
  }
  if (reasons.length === 0) reasons.push(...findDamage(join(folder, DATABASE_NAME)));
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, manifest };
}
