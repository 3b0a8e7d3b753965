import { and, eq } from 'drizzle-orm';
import { passkeys } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type RenamePasskey = { id: string; personId: string; label: string };

/** False when she has no such passkey. */
export async function renamePasskey(
  db: Db,
  { id, personId, label }: RenamePasskey,
): Promise<boolean> {
  const renamed = await db
    .update(passkeys)
    .set({ label })
    .where(and(eq(passkeys.id, id), eq(passkeys.personId, personId)))
    .returning({ id: passkeys.id });
  return renamed.length === 1;
}
