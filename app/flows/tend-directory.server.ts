import type { Store } from '~/db/store.server';
import { recordAudit, type RecordAudit } from '~/domain/audit/record-audit.server';
import { checkEntry, type CheckEntry } from '~/domain/directory/check-entry.server';
import { keepEntry, type KeepEntry, type KeptEntry } from '~/domain/directory/keep-entry.server';
import { retireEntry, type RetireEntry } from '~/domain/directory/retire-entry.server';

// Each deed with its line in the log; the same deed twice is one.

type By = Pick<RecordAudit, 'at' | 'actorId'>;
type Entry = { id: string; areaCode: string };

const about = ({ id, areaCode }: Entry, { at, actorId }: By) => ({
  at,
  actorId,
  subjectKind: 'directory-entry',
  subjectId: id,
  areaCode,
});

export async function keepWindow(store: Store, input: KeepEntry): Promise<KeptEntry> {
  return store.tx(async (db) => {
    const kept = await keepEntry(db, input);
    const { entry } = input;
    if (!kept.ok || !kept.written) return kept;
    if ('newId' in entry) {
      const made = { id: entry.newId, areaCode: entry.areaCode };
      await recordAudit(db, { ...about(made, input), action: 'directory.add' });
    } else await recordAudit(db, { ...about(entry, input), action: 'directory.change' });
    return kept;
  });
}

export async function checkWindow(store: Store, input: CheckEntry): Promise<void> {
  await store.tx(async (db) => {
    if (!(await checkEntry(db, input))) return;
    await recordAudit(db, { ...about(input.entry, input), action: 'directory.check' });
  });
}

export async function retireWindow(store: Store, input: RetireEntry & By): Promise<void> {
  await store.tx(async (db) => {
    if (!(await retireEntry(db, input))) return;
    await recordAudit(db, { ...about(input.entry, input), action: 'directory.retire' });
  });
}
