/** Why the database cannot take a write (or cannot be read) at the moment. Nothing was changed. */
export type StoreTrouble = 'disk-full' | 'read-only' | 'busy' | 'disk-broken';

const BY_CODE: [RegExp, StoreTrouble][] = [
  [/^SQLITE_FULL/, 'disk-full'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)/, 'read-only'],
  [/^SQLITE_(BUSY|LOCKED)/, 'busy'],
  [/^SQLITE_(IOERR|CORRUPT|NOTADB)/, 'disk-broken'],
];

/** What about the disk or the lock made this error, or null for any other error. */
export function storeTroubleOf(error: unknown): StoreTrouble | null {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const code = 'code' in e && typeof e.code === 'string' ? e.code : '';
    const found = BY_CODE.find(([pattern]) => pattern.test(code));
    if (found) return found[1];
  }
  return null;
}
