import { sql } from 'drizzle-orm';
import { certificateSeries } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type TakeSerial = { organisationId: string; fiscalYear: number };

/** The next number of the host's series in that fiscal year. Given back when the transaction around it is. */
export async function takeSerial(db: Db, input: TakeSerial): Promise<number> {
  const [row] = await db
    .insert(certificateSeries)
    .values({ ...input, lastSerial: 1 })
    .onConflictDoUpdate({
      target: [certificateSeries.organisationId, certificateSeries.fiscalYear],
      set: { lastSerial: sql`${certificateSeries.lastSerial} + 1` },
    })
    .returning({ serial: certificateSeries.lastSerial });
  if (!row) throw new Error('no serial after it was written');
  return row.serial;
}
