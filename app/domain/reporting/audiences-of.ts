import { ALL } from './count-cells';
import type { CountedCell } from './figures-of';

/** 延べ by audience class in these months; a class without any is absent. */
export function audiencesOf(cells: CountedCell[], months: string[]): Record<string, number> {
  const byAudience: Record<string, number> = {};
  for (const { audience, month, completions } of cells) {
    if (audience === ALL || !months.includes(month)) continue;
    byAudience[audience] = (byAudience[audience] ?? 0) + completions;
  }
  return byAudience;
}
