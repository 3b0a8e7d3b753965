import { setImmediate } from 'node:timers/promises';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { beginTaking } from '~/domain/imports/begin-taking.server';
import { closeAccount } from '~/domain/imports/close-account.server';
import type { Batch } from '~/domain/imports/find-batch.server';
import { findBatchToTake } from '~/domain/imports/find-batch-to-take.server';
import { findNextRows } from '~/domain/imports/find-next-rows.server';
import { findTakenKeys } from '~/domain/imports/find-taken-keys.server';
import { readRow, type RowRules } from '~/domain/imports/read-row';
import { rowKey } from '~/domain/imports/row-key.server';
import { settleRow } from '~/domain/imports/settle-row.server';
import { enqueueJob } from '~/domain/operation/enqueue-job.server';
import { enrolPerson } from '~/domain/people/enrol-person.server';
import type { Db, Store } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import { takenBefore } from './check-import.server';
import { listRules } from './list-rules.server';

export const TAKE_IMPORT_JOB = 'take-import';
const ROWS_AT_ONCE = 40;
/** The request that begins takes the list itself; the job is for when its process dies on the way. */
const JOB_AFTER_MS = 20_000;

export type OrderImport = {
  batch: Authorised<Batch>;
  withoutRepeats: boolean;
  actorId: string;
  at: Date;
};

/** Says that a list is to be taken, once: pressing twice changes nothing. */
export async function orderImport(store: Store, input: OrderImport): Promise<boolean> {
  const { batch, withoutRepeats, actorId, at } = input;
  return await store.tx(async (db) => {
    if (!(await beginTaking(db, { batch, withoutRepeats }))) return false;
    await enqueueJob(db, {
      kind: TAKE_IMPORT_JOB,
      uniqueKey: `${TAKE_IMPORT_JOB}:${batch.id}`,
      payload: { batchId: batch.id, actorId },
      runAt: new Date(at.getTime() + JOB_AFTER_MS),
      at,
    });
    return true;
  });
}

export type TakeImport = { batchId: string; actorId: string; at: Date };

/**
 * Enrols the people of a list, some rows in each transaction: what was taken stays taken whenever the
 * process ends, and whoever goes on finds the rows that still wait. Two at once share the work.
 */
export async function takeImport(store: Store, input: TakeImport): Promise<void> {
  const { batchId, at } = input;
  const batch = await findBatchToTake(store.read, { id: batchId });
  if (!batch) return;
  const rules = await listRules(store.read, { areaCode: batch.areaCode, at });
  while (await store.tx((db) => takeSome(db, { batch, rules, at }))) await setImmediate();
  await store.tx((db) => close(db, batch, input));
}

type Some = { batch: Batch; rules: RowRules; at: Date };

/** False when no row waits any more. */
async function takeSome(db: Db, { batch, rules, at }: Some): Promise<boolean> {
  if (!(await findBatchToTake(db, { id: batch.id }))) return false;
  const rows = await findNextRows(db, { batchId: batch.id, limit: ROWS_AT_ONCE });
  const read = rows.map((row) => ({ ...row, read: readRow(row.cells, batch.mapping, rules) }));
  const keys = read.map((row) => (row.read.ok ? rowKey(batch.areaCode, row.read.person) : ''));
  const taken = await findTakenKeys(db, { keys });
  for (const [i, { rowNumber, read: row }] of read.entries()) {
    const settled = { batchId: batch.id, rowNumber };
    const key = keys[i]!;
    const before = taken.get(key);
    if (!row.ok) await settleRow(db, { ...settled, findings: row.findings });
    else if (before) await settleRow(db, { ...settled, findings: [takenBefore(before)] });
    else {
      const { areaCode } = batch;
      const { personId } = await enrolPerson(db, { ...row.person, areaCode, at });
      await settleRow(db, { ...settled, personId, key });
      taken.set(key, at);
    }
  }
  return rows.length > 0;
}

async function close(db: Db, batch: Batch, { actorId, at }: TakeImport): Promise<void> {
  const account = await closeAccount(db, { batchId: batch.id, at });
  if (!account) return;
  await recordAudit(db, {
    at,
    actorId,
    action: 'import.take',
    subjectKind: 'import',
    subjectId: batch.id,
    areaCode: batch.areaCode,
    detail: account,
  });
}
