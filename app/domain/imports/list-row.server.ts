import type { importRows } from '~/db/schema.server';
import type { Finding } from './finding';

type Stored = typeof importRows.$inferSelect;

export type ListRow = Omit<Stored, 'reason'> & { findings: Finding[] };

/** A row with what was found in it. */
export function listRow({ reason, ...row }: Stored): ListRow {
  return { ...row, findings: reason ? (JSON.parse(reason) as Finding[]) : [] };
}
