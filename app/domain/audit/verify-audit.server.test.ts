import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrateConnection } from '~/db/migrate.server';
import { openStoreOn } from '~/db/store.server';
import { AT } from '../../../tests/factories';
import { auditHash } from './audit-hash.server';
import { findAuditHead } from './find-audit-head.server';
import { recordAudit } from './record-audit.server';
import { verifyAudit } from './verify-audit.server';

const TRIGGERS = ['update', 'delete', 'replace', 'between'];

/** A log of `rows` rows, and the hand of somebody who holds the database file. */
async function logWith(rows: number) {
  const connection = new Database(':memory:');
  migrateConnection(connection);
  const store = openStoreOn(connection);
  await store.tx(async (db) => {
    for (let i = 1; i <= rows; i += 1) {
      await recordAudit(db, {
        at: new Date(AT.getTime() + i),
        actorId: 'p',
        action: 'list.view',
        subjectKind: 'region',
        subjectId: '271403',
        detail: { rows: i },
      });
    }
  });
  const tamper = (sql: string) => {
    for (const name of TRIGGERS)
      connection.exec(`drop trigger if exists audit_log_refuses_${name}`);
    connection.exec(sql);
  };
  const head = (await findAuditHead(store.read))!;
  const verify = (heads = [head]) => verifyAudit(store.read, { heads, rowsAtOnce: 3 });
  return { connection, store, head, tamper, verify };
}

test('an untouched log is whole, across its slices and with its kept heads', async () => {
  const { head, verify } = await logWith(10);
  expect(await verify()).toEqual({
    count: 10,
    earlier: 0,
    first: new Date(AT.getTime() + 1),
    last: new Date(AT.getTime() + 10),
    head: { id: 10, hash: head.hash },
    fault: null,
  });
  expect(head.count).toBe(10);
});

test('an empty log is whole, and so is one with rows from before the chain', async () => {
  const { connection, store, head, verify } = await logWith(0);
  expect(head).toBeNull();
  expect(await verify([])).toMatchObject({ count: 0, head: null, fault: null });
  const insert = `insert into audit_log (at, action, subject_kind, subject_id) values (1, 'a', 'b', 'c')`;
  connection.exec(`${insert}; ${insert}`);
  await store.tx((db) =>
    recordAudit(db, { at: AT, actorId: null, action: 'a', subjectKind: 'b', subjectId: 'c' }),
  );
  expect(await verify([])).toMatchObject({ count: 3, earlier: 2, fault: null });
});

test.each([
  [`update audit_log set detail = '{"rows":999}' where id = 5`],
  [`update audit_log set detail = '{' where id = 5`],
  [`update audit_log set actor_id = 'q' where id = 5`],
  [`update audit_log set at = at + 1 where id = 5`],
  [`update audit_log set purpose = 'x' where id = 5`],
  [`update audit_log set area_code = '271403' where id = 5`],
  [`update audit_log set previous_hash = null where id = 5`],
])('a changed row is found by its id: %s', async (sql) => {
  const { tamper, verify } = await logWith(10);
  tamper(sql);
  expect((await verify([])).fault).toEqual({ kind: 'changed', id: 5 });
});

test('a row taken out is found at the one behind it, also the very first', async () => {
  const { tamper, verify } = await logWith(10);
  tamper('delete from audit_log where id = 5');
  expect((await verify()).fault).toEqual({ kind: 'broken-link', id: 6 });
  tamper('delete from audit_log where id = 1');
  expect((await verify()).fault).toEqual({ kind: 'broken-link', id: 2 });
});

test('a row put in between is found, whether it knows the chain or not', async () => {
  const { connection, tamper, verify } = await logWith(10);
  tamper('update audit_log set id = id + 100 where id > 5');
  const before = connection.prepare('select hash from audit_log where id = 5').pluck().get();
  const facts = { at: AT, actorId: 'p', action: 'a', subjectKind: 'b', subjectId: 'c' };
  const previousHash = before as string;
  const hash = auditHash({ ...facts, previousHash, areaCode: null, detail: null, purpose: null });
  const columns = '(id, at, actor_id, action, subject_kind, subject_id, previous_hash, hash)';
  const values = `(6, ${AT.getTime()}, 'p', 'a', 'b', 'c', '${previousHash}', '${hash}')`;
  connection.exec(`insert into audit_log ${columns} values ${values}`);
  expect((await verify([])).fault).toEqual({ kind: 'broken-link', id: 106 });
  connection.exec('update audit_log set previous_hash = null, hash = null where id = 6');
  expect((await verify([])).fault).toEqual({ kind: 'without-hash', id: 6 });
});

test('a tail that was cut off is found by the head that was kept elsewhere, and by nothing else', async () => {
  const { tamper, verify } = await logWith(10);
  tamper('delete from audit_log where id > 7');
  expect((await verify([])).fault).toBeNull();
  expect((await verify()).fault).toEqual({ kind: 'shortened', id: 10 });
  tamper('delete from audit_log');
  expect((await verify()).fault).toEqual({ kind: 'shortened', id: 10 });
});

test('a chain written anew is found by the kept head, and so is one whose hashes were emptied', async () => {
  const { connection, tamper, verify } = await logWith(10);
  tamper('update audit_log set previous_hash = null, hash = null');
  expect((await verify()).fault).toEqual({ kind: 'rewritten', id: 10 });
  connection.exec('delete from audit_log');
  const forged = (await logWith(11)).connection;
  connection.exec(`delete from sqlite_sequence where name = 'audit_log'`);
  const columns = `id, at, actor_id, action, subject_kind, subject_id, detail, previous_hash, hash`;
  const insert = connection.prepare(
    `insert into audit_log (${columns}) values (${columns.split(',').fill('?').join(',')})`,
  );
  const rows = forged.prepare(`select ${columns} from audit_log where id > 1`).raw().all();
  let previousHash: string | null = null;
  for (const row of rows as [number, number, string, string, string, string, string][]) {
    const [id, at, actorId, action, subjectKind, subjectId, detail] = row;
    const facts = { actorId, action, subjectKind, subjectId, areaCode: null, purpose: null };
    const hash = auditHash({
      ...facts,
      previousHash,
      at: new Date(at),
      detail: JSON.parse(detail) as unknown,
    });
    insert.run(...row.slice(0, 7), previousHash, hash);
    previousHash = hash;
    expect(id).toBeGreaterThan(1);
  }
  expect((await verify([])).fault).toBeNull();
  expect((await verify()).fault).toEqual({ kind: 'rewritten', id: 10 });
});

test('rows may go on behind the kept head', async () => {
  const { store, verify } = await logWith(3);
  await store.tx((db) =>
    recordAudit(db, { at: AT, actorId: null, action: 'a', subjectKind: 'b', subjectId: 'c' }),
  );
  expect((await verify()).fault).toBeNull();
});
