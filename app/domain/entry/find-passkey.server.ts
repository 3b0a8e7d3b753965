import { eq } from 'drizzle-orm';
import { passkeys } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Passkey } from './find-passkeys.server';

/** By the credential id that a device named: whose it is, is in the row. */
export async function findPasskey(db: Db, { id }: { id: string }): Promise<Passkey | null> {
  const [row] = await db.select().from(passkeys).where(eq(passkeys.id, id));
  return row ?? null;
}
