import type { completionCounts } from '~/db/schema.server';
import { ALL } from './count-cells';

/** 延べ, 実人数, and 延べ of the same months a year before. */
export type Figures = { completions: number; people: number; lastYear: number };
export type CountedCell = typeof completionCounts.$inferSelect;

type Year = { fiscalYear: number; before: string[] };

/** The figures of a fiscal year out of the cells of one area and programme. */
export function figuresOf(cells: CountedCell[], { fiscalYear, before }: Year): Figures {
  const all = cells.filter((cell) => cell.audience === ALL);
  const year = all.find((cell) => cell.fiscalYear === fiscalYear && cell.month === ALL);
  const earlier = all.filter((cell) => before.includes(cell.month));
  return {
    completions: year?.completions ?? 0,
    people: year?.people ?? 0,
    lastYear: earlier.reduce((total, { completions }) => total + completions, 0),
  };
}
