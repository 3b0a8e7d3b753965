import { asc } from 'drizzle-orm';
import { programmes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type ReportedProgramme = { code: string; title: string };

/** The programmes a report can be about, in their own order. */
export async function findReportedProgrammes(db: Db): Promise<ReportedProgramme[]> {
  return db
    .select({ code: programmes.code, title: programmes.title })
    .from(programmes)
    .orderBy(asc(programmes.position), asc(programmes.code));
}
