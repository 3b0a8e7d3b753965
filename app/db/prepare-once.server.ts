import type { Db } from './store.server';

/**
 * A statement that is built once for each connection: for what every page asks, building the SQL
 * costs more than running it. Values come in by `sql.placeholder`.
 */
export function prepareOnce<T>(prepare: (db: Db) => T): (db: Db) => T {
  const prepared = new WeakMap<Db, T>();
  return (db) => {
    const statement = prepared.get(db) ?? prepare(db);
    prepared.set(db, statement);
    return statement;
  };
}
