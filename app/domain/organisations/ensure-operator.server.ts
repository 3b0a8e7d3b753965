import { eq } from 'drizzle-orm';
import { organisations } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Organisation = typeof organisations.$inferSelect;

const OPERATOR_ID = 'operator';

/** The host of last resort, made when there is none: who issues where no municipality has signed up. */
export async function ensureOperator(db: Db, { at }: { at: Date }): Promise<Organisation> {
  await db
    .insert(organisations)
    .values({
      id: OPERATOR_ID,
      kind: 'operator',
      name: 'つなぐ運営',
      kana: 'ツナグウンエイ',
      seriesPrefix: '00000',
      createdAt: at,
    })
    .onConflictDoNothing();
  const [row] = await db.select().from(organisations).where(eq(organisations.id, OPERATOR_ID));
  if (!row) throw new Error('no operator after it was written');
  return row;
}
