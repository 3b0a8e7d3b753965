import { asc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLog } from '~/db/schema.server';
import { AT } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { auditHash } from './audit-hash.server';
import { recordAudit } from './record-audit.server';

const look = { at: AT, actorId: 'p', action: 'list.view', subjectKind: 'region', subjectId: 'r' };

async function logOf(store: ReturnType<typeof openTestStore>) {
  return store.read.select().from(auditLog).orderBy(asc(auditLog.id));
}

test('each row carries the hash of the one before, and its own hash says the same when it is read back', async () => {
  const store = openTestStore();
  await store.tx((db) => recordAudit(db, look));
  await store.tx((db) =>
    recordAudit(db, {
      ...look,
      subjectId: 'half \ud83d',
      areaCode: '271403',
      detail: { b: 1, a: { d: undefined, c: ['half \ud83d', 1.5, null] } },
      purpose: 'half \udca1 \u0000 𠮷',
    }),
  );
  await store.tx((db) => recordAudit(db, { ...look, detail: {}, actorId: null }));
  const rows = await logOf(store);
  expect(rows.map(({ previousHash }) => previousHash)).toEqual([
    null,
    rows[0]!.hash,
    rows[1]!.hash,
  ]);
  for (const row of rows) expect(auditHash(row)).toBe(row.hash);
});

test('rows from before the chain stand before its start', async () => {
  const store = openTestStore();
  await store.tx((db) => db.insert(auditLog).values(look));
  await store.tx((db) => recordAudit(db, look));
  const rows = await logOf(store);
  expect(rows.map((row) => [row.previousHash, row.hash !== null])).toEqual([
    [null, false],
    [null, true],
  ]);
});

test('the order of the keys of a detail does not matter, every fact does', () => {
  const row = {
    ...look,
    previousHash: null,
    areaCode: null,
    purpose: null,
    detail: { a: 1, b: { c: 2, d: 3 } },
  };
  const hash = auditHash(row);
  expect(auditHash({ ...row, detail: { b: { d: 3, c: 2 }, a: 1 } })).toBe(hash);
  const others = [
    { previousHash: '' },
    { at: new Date(AT.getTime() + 1) },
    { actorId: null },
    { action: 'list.viewed' },
    { subjectKind: 'person' },
    { subjectId: 's' },
    { areaCode: '' },
    { detail: { a: 1, b: { c: 3, d: 2 } } },
    { purpose: '' },
  ].map((change) => auditHash({ ...row, ...change }));
  expect(new Set([hash, ...others]).size).toBe(others.length + 1);
});

test('a deed that is rolled back leaves nothing in the log', async () => {
  const store = openTestStore();
  await expect(
    store.tx(async (db) => {
      await recordAudit(db, look);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await logOf(store)).toEqual([]);
});

test('the database refuses to change, to take out, to replace and to put in between', async () => {
  const store = openTestStore();
  for (let i = 0; i < 3; i++) await store.tx((db) => recordAudit(db, look));
  const before = await logOf(store);
  const refused = async (work: Parameters<typeof store.tx>[0]) => {
    const error: unknown = await store.tx(work).catch((e: unknown) => e);
    const from = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    expect(from).toMatchObject({ message: 'audit_log is append only' });
  };
  await refused((db) => db.update(auditLog).set({ purpose: 'x' }).where(eq(auditLog.id, 2)));
  await refused((db) => db.delete(auditLog).where(eq(auditLog.id, 3)));
  const replace = sql`insert or replace into audit_log (id, at, action, subject_kind, subject_id) values (2, 1, 'a', 'b', 'c')`;
  await refused(async (db) => db.run(replace));
  await refused((db) => db.insert(auditLog).values({ ...look, id: 0 }));
  expect(await logOf(store)).toEqual(before);
});
