import type Database from 'better-sqlite3';

export type Transact<Db> = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

/**
 * The only way to open a transaction. Takes the write turn on the writer connection
 * (`BEGIN IMMEDIATE`), commits when `work` resolves and rolls back when it throws; the next
 * transaction starts only then, so nothing slips in between at an `await`.
 * Inside `work` await database calls only, through the `db` it is given.
 */
export function makeTransact<Db>(connection: Database.Database, db: Db): Transact<Db> {
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  const rollback = connection.prepare('ROLLBACK');
  let tail: Promise<unknown> = Promise.resolve();

  return function transact(work) {
    async function run() {
      begin.run();
      try {
        const value = await work(db);
        commit.run();
        return value;
      } catch (error) {
        if (connection.inTransaction) rollback.run();
        throw error;
      }
    }
    const turn = tail.then(run, run);
    tail = turn.catch(() => {});
    return turn;
  };
}
