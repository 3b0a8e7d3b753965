import { join } from 'node:path';
import Database from 'better-sqlite3';

/** The demo as it was before the first test: somebody's own server starts from it without making it again. */
export const freshDatabase = () => join(process.env.TSUNAGU_E2E_DIR!, 'fresh.db');

/** Runs once, when the server answers and before the first test. */
export default function keepFreshDatabase(): void {
  const database = new Database(join(process.env.TSUNAGU_E2E_DIR!, 'e2e.db'), { readonly: true });
  database.prepare('vacuum into ?').run(freshDatabase());
  database.close();
}
