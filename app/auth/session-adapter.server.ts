import {
  generateIdFromEntropySize,
  Lucia,
  TimeSpan,
  type Adapter,
  type DatabaseSession,
} from 'lucia';
import type { Store } from '~/db/store.server';
import { endLoginSessions } from '~/domain/entry/end-login-sessions.server';
import { sha256 } from './digest.server';
import { deleteSession, insertSession, type SessionRow } from './session-rows.server';

// The only file that knows lucia. The secret in the cookie never reaches the database, only its
// SHA-256; how long a login holds is judged by `judgeSession`, which also knows its absolute end.

/** 200 bits by the system's random source. */
export const newSessionSecret = () => generateIdFromEntropySize(25);

type Parts = {
  store: Store;
  idleMs?: number;
  /** For a login that begins: all that is written down but its digest and when it ends. */
  begin?: { row: Omit<SessionRow, 'idHash' | 'expiresAt'>; instead: string | null };
  /** A login that has been read and judged already and is not read again. */
  found?: { personId: string; expiresAt: Date };
};

function adapter({ store, begin, found }: Parts): Adapter {
  return {
    async getSessionAndUser(id) {
      if (!found) return [null, null];
      const { personId, expiresAt } = found;
      const session: DatabaseSession = { id, userId: personId, expiresAt, attributes: {} };
      return [session, { id: personId, attributes: {} }];
    },
    async getUserSessions() {
      throw new Error('only digests are stored, so there are no session ids to give');
    },
    async setSession({ id, expiresAt }) {
      if (!begin) throw new Error('what is to be written down of this login?');
      const row = { ...begin.row, idHash: sha256(id), expiresAt };
      await store.tx((db) => insertSession(db, row, { instead: begin.instead }));
    },
    async updateSessionExpiration() {},
    async deleteSession(id) {
      await store.tx((db) => deleteSession(db, sha256(id)));
    },
    async deleteUserSessions(personId) {
      await store.tx((db) => endLoginSessions(db, { personId }));
    },
    async deleteExpiredSessions() {
      throw new Error('the nightly sweep does that');
    },
  };
}

/** Lucia over our tables, for one login. */
export function luciaFor(parts: Parts): Lucia {
  const sessionExpiresIn = new TimeSpan(parts.idleMs ?? 0, 'ms');
  return new Lucia(adapter(parts), { sessionExpiresIn });
}
