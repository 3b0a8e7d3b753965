import { eq } from 'drizzle-orm';
import { passwords } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export async function findPasswordHash(
  db: Db,
  { personId }: { personId: string },
): Promise<string | null> {
  const [row] = await db
    .select({ hash: passwords.hash })
    .from(passwords)
    .where(eq(passwords.personId, personId));
  return row?.hash ?? null;
}
