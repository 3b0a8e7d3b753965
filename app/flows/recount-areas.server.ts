import type { Db, Store } from '~/db/store.server';
import { enqueueJob } from '~/domain/operation/enqueue-job.server';
import { NATION } from '~/domain/reporting/count-cells';
import { findReportYears } from '~/domain/reporting/find-report-years.server';
import { rebuildCounts } from '~/domain/reporting/rebuild-counts.server';
import { newId } from '~/lib/id.server';

export const RECOUNT_AREA = 'recount-area';

/** Inside the transaction that changes what counts for these areas or groups: asks for their figures to be counted anew. */
export async function askForRecounts(
  db: Db,
  { areaCodes, at }: { areaCodes: readonly string[]; at: Date },
): Promise<void> {
  for (const areaCode of new Set(areaCodes)) {
    const uniqueKey = `${RECOUNT_AREA}:${areaCode}:${newId(at)}`;
    await enqueueJob(db, { kind: RECOUNT_AREA, payload: { areaCode }, uniqueKey, runAt: at, at });
  }
}

/** The job: one fiscal year after another, each in a transaction of its own, so that nobody waits for the whole. */
export async function recountArea(store: Store, payload: Record<string, unknown>): Promise<void> {
  const areaCode = String(payload.areaCode);
  const years = [
    ...(await findReportYears(store.read, NATION)),
    ...(await findReportYears(store.read, areaCode)),
  ];
  for (const fiscalYear of new Set(years)) {
    await store.tx((db) => rebuildCounts(db, { areaCode, fiscalYear }));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
