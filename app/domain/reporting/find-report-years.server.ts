import { and, desc, eq } from 'drizzle-orm';
import { completionCounts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { ALL } from './count-cells';

/** Fiscal years in which somebody of the area completed something, newest first. */
export async function findReportYears(db: Db, areaCode: string): Promise<number[]> {
  const rows = await db
    .select({ fiscalYear: completionCounts.fiscalYear })
    .from(completionCounts)
    .where(
      and(
        eq(completionCounts.areaCode, areaCode),
        eq(completionCounts.programmeCode, ALL),
        eq(completionCounts.month, ALL),
        eq(completionCounts.audience, ALL),
      ),
    )
    .orderBy(desc(completionCounts.fiscalYear));
  return rows.map(({ fiscalYear }) => fiscalYear);
}
