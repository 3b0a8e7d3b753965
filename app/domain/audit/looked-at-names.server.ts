import { and, like, not, or, type SQL } from 'drizzle-orm';
import { auditLog } from '~/db/schema.server';

/** How the action of a row ends that says somebody saw names: "people.list", "import.slips". */
export const LOOK_ENDINGS = [
  'list',
  'view',
  'search',
  'download',
  'refused-file',
  'slips',
] as const;

/** Rows that say somebody saw names, and not those of reading this log. */
export function lookedAtNames(): SQL {
  const endings = LOOK_ENDINGS.map((ending) => like(auditLog.action, `%.${ending}`));
  return and(or(...endings), not(like(auditLog.action, 'audit.%')))!;
}
