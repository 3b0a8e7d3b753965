import { existsSync, readFileSync } from 'node:fs';
import type { Db } from '~/db/store.server';
import { findSetting } from '~/domain/operation/find-setting.server';
import { AUDIT_HEAD_SETTING } from './keep-audit-head.server';

/** The heads that were kept, of the settings and of the file. Throws on a line that is no head, as somebody wrote in it. */
export async function findAuditHeads(
  db: Db,
  { path }: { path: string },
): Promise<{ id: number; hash: string }[]> {
  const setting = await findSetting(db, { key: AUDIT_HEAD_SETTING });
  const file = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return [...file, setting ?? ''].filter(Boolean).map(readHead);
}

function readHead(line: string): { id: number; hash: string } {
  const [, , id, hash] = line.split(' ');
  if (!/^\d+$/.test(id ?? '') || !/^[0-9a-f]{64}$/.test(hash ?? '')) {
    throw new Error(`not the head of an audit log: ${line.slice(0, 200)}`);
  }
  return { id: Number(id), hash: hash! };
}
