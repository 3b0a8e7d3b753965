import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SESSION_LIMITS } from '../../app/auth/session-limits';

const databaseOfRun = () => join(process.env.TSUNAGU_E2E_DIR!, 'e2e.db');

/**
 * The cookie of a login of a demo person who has shown her second factor, written beside the server. A
 * code of an authenticator is good once, and specs sign in as the same people side by side; the form
 * has a spec of its own.
 */
export function openDemoSession(
  identifier: string,
  databasePath = databaseOfRun(),
): { name: string; value: string } {
  const value = randomBytes(25).toString('hex');
  const at = Date.now();
  const { idleMs, absoluteMs } = SESSION_LIMITS.operator;
  const database = new Database(databasePath);
  database.pragma('busy_timeout = 10000');
  const { changes } = database
    .prepare(
      `insert into login_sessions
         (id_hash, person_id, public_id, way, created_at, last_seen_at, expires_at, ends_at, second_factor_at, shared)
       select ?, id, ?, 'password', ?, ?, ?, ?, ?, 0 from people where email_key = ? and demo = 1`,
    )
    .run(
      createHash('sha256').update(value).digest('hex'),
      randomUUID(),
      at,
      at,
      at + idleMs,
      at + absoluteMs,
      at,
      identifier,
    );
  database.close();
  if (changes !== 1) throw new Error(`no demo person ${identifier}`);
  return { name: 'session', value };
}
