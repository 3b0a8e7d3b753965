import Database from 'better-sqlite3';
import { migrateConnection } from '~/db/migrate.server';
import { openStoreOn, type Store } from '~/db/store.server';

/** A migrated database of the test's own, in memory. */
export function openTestStore(): Store {
  const connection = new Database(':memory:');
  migrateConnection(connection);
  return openStoreOn(connection);
}
