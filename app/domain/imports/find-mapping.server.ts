import { and, eq } from 'drizzle-orm';
import { importMappings } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { ColumnMapping } from '~/db/tables/imports';
import { headerKey } from './header-key.server';

/** How the office last read a list with these columns. */
export async function findMapping(
  db: Db,
  { areaCode, header }: { areaCode: string; header: readonly string[] },
): Promise<ColumnMapping | null> {
  const [row] = await db
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(
      and(eq(importMappings.areaCode, areaCode), eq(importMappings.headerKey, headerKey(header))),
    );
  return row?.mapping ?? null;
}
