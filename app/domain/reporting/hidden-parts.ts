/** Below this many answers nothing is shown: fewer might tell who said what. */
export const FEWEST = 10;

export type PartCounts = {
  /** Of the whole, with what lies in none of the parts. */
  total: number;
  parts: ReadonlyMap<string, number>;
};

/**
 * Parts with answers enough that stay hidden all the same, as the whole less all that is shown would
 * tell of fewer than ten: the smallest first, until it tells of ten or more.
 */
export function hiddenParts({ total, parts }: PartCounts): Set<string> {
  const enough = [...parts].filter(([, count]) => count >= FEWEST);
  enough.sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  let untold = total - enough.reduce((sum, [, count]) => sum + count, 0);
  const hidden = new Set<string>();
  for (const [code, count] of enough) {
    if (untold <= 0 || untold >= FEWEST) break;
    hidden.add(code);
    untold += count;
  }
  return hidden;
}
