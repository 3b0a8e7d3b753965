import { guessColumns } from './guess-columns';

const LOOKED_AT_ROWS = 30;

/**
 * The row that names the columns: titles and notes often stand above it. The first with a column for
 * names; else the one in which most columns are known; else the first that is not empty.
 */
export function findHeaderRow(rows: readonly string[][]): number {
  const guesses = rows.slice(0, LOOKED_AT_ROWS).map((row) => guessColumns(row));
  const named = guesses.findIndex(
    (found) => ('name' in found || 'familyName' in found) && Object.keys(found).length > 1,
  );
  if (named >= 0) return named;
  const counts = guesses.map((found) => Object.keys(found).length);
  const most = Math.max(0, ...counts);
  if (most > 0) return counts.indexOf(most);
  return Math.max(
    0,
    rows.findIndex((row) => row.some((cell) => cell.trim() !== '')),
  );
}
