import { programmes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type KeepProgramme = { code: string; family: string; title: string; position: number };

/** Writes a programme, or brings its family, title and position up to date. */
export async function keepProgramme(db: Db, programme: KeepProgramme): Promise<void> {
  const { code, family, title, position } = programme;
  await db
    .insert(programmes)
    .values({ code, family, title, position })
    .onConflictDoUpdate({ target: programmes.code, set: { family, title, position } });
}
