import { execFile } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrateFile } from '~/db/migrate.server';
import { openStore } from '~/db/store.server';
import { auditHash } from '~/domain/audit/audit-hash.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { verifyAudit } from '~/domain/audit/verify-audit.server';
import { keepAuditHead } from '~/flows/keep-audit-head.server';
import { AT } from './factories';

const runFile = promisify(execFile);

function newDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-audit-'));
  const path = join(folder, 'tsunagu.db');
  migrateFile(path);
  return { folder, path, heads: join(folder, 'audit-heads.log') };
}

const tsx = (script: string, args: string[] = [], env: Record<string, string> = {}) =>
  runFile(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { ...process.env, ...env },
  }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  );

test('two processes that write one log keep one chain', async () => {
  const { path } = newDatabase();
  const rows = 60;
  const writers = ['a', 'b'].map((name) =>
    tsx('tests/fixtures/write-audit.ts', [path, name, String(rows)]),
  );
  expect((await Promise.all(writers)).map(({ code }) => code)).toEqual([0, 0]);
  const store = openStore(path);
  expect(await verifyAudit(store.read, { heads: [] })).toMatchObject({
    count: 2 * rows,
    fault: null,
  });
  store.close();
}, 180_000);

test('the command tells the count and the head of a whole log, and the row where a broken one breaks', async () => {
  const { path, heads } = newDatabase();
  const store = openStore(path);
  const look = { at: AT, actorId: 'p', action: 'a', subjectKind: 'test', subjectId: 's' };
  for (let i = 0; i < 5; i += 1) await store.tx((db) => recordAudit(db, look));
  const head = await keepAuditHead(store, { path: heads, at: AT });
  expect(readFileSync(heads, 'utf8')).toBe(`${AT.toISOString()} 5 5 ${head!.hash}\n`);
  store.close();
  const verify = () => tsx('scripts/audit-verify.ts', [], { DATABASE_PATH: path });

  const whole = await verify();
  expect(whole.code).toBe(0);
  expect(whole.stdout).toContain(`最後の指紋    5 ${head!.hash}`);

  const file = new Database(path);
  file.exec('drop trigger audit_log_refuses_delete');
  file.exec('delete from audit_log where id = 5');
  const cut = await verify();
  expect([cut.code, cut.stdout]).toEqual([1, expect.stringContaining('行 5')]);

  file.exec('drop trigger audit_log_refuses_update');
  file.exec(`update audit_log set actor_id = 'q' where id = 3`);
  file.close();
  expect((await verify()).stdout).toContain('行 3');

  appendFileSync(heads, 'nonsense\n');
  expect((await verify()).code).toBe(1);
}, 180_000);

test('a hundred thousand rows are walked without holding them', async () => {
  const { path } = newDatabase();
  const file = new Database(path);
  const insert = file.prepare(
    `insert into audit_log (at, actor_id, action, subject_kind, subject_id, detail, previous_hash, hash)
     values (?, 'p', 'list.view', 'region', 's', '{"rows":1}', ?, ?)`,
  );
  file.transaction(() => {
    let previousHash: string | null = null;
    for (let i = 0; i < 100_000; i += 1) {
      const hash = auditHash({
        ...{ previousHash, at: new Date(i), actorId: 'p', action: 'list.view' },
        ...{ subjectKind: 'region', subjectId: 's', areaCode: null, detail: { rows: 1 } },
        purpose: null,
      });
      insert.run(i, previousHash, hash);
      previousHash = hash;
    }
  })();
  file.close();
  const store = openStore(path);
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().heapUsed)), 5);
  const verdict = await verifyAudit(store.read, { heads: [] });
  clearInterval(watch);
  store.close();
  expect(verdict).toMatchObject({ count: 100_000, fault: null });
  expect(most - before).toBeLessThan(150 * 1024 * 1024);
}, 180_000);
