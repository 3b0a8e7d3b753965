import { appendFileSync } from 'node:fs';
import type { Store } from '~/db/store.server';
import { findAuditHead, type AuditHead } from '~/domain/audit/find-audit-head.server';
import { keepSetting } from '~/domain/operation/keep-setting.server';

export const AUDIT_HEAD_SETTING = 'audit.head';

/**
 * Keeps the head of the audit log outside of it: in the settings, and as a line of a file that
 * only grows. Whoever cuts rows off the end, or writes the whole chain anew, would have to change
 * these too.
 */
export async function keepAuditHead(
  store: Store,
  { path, at }: { path: string; at: Date },
): Promise<AuditHead | null> {
  const head = await findAuditHead(store.read);
  if (!head) return null;
  const line = `${at.toISOString()} ${head.count} ${head.id} ${head.hash}`;
  await store.tx((db) => keepSetting(db, { key: AUDIT_HEAD_SETTING, value: line, at }));
  appendFileSync(path, `${line}\n`, { mode: 0o600 });
  return head;
}
