import { jstDates, monthsOfFiscalYear } from '~/lib/clock';

export type ComparedMonths = {
  /** Months of the year that have begun. */
  months: string[];
  /** The same months of the year before. */
  before: string[];
  /** The year is not over yet. */
  running: boolean;
};

/** The months a report of a fiscal year shows at a moment, and those it compares them with. */
export function comparedMonths(fiscalYear: number, at: Date): ComparedMonths {
  const today = jstDates(at);
  const all = monthsOfFiscalYear(fiscalYear);
  const months = all.filter((month) => month <= today.month);
  return {
    months,
    before: monthsOfFiscalYear(fiscalYear - 1).slice(0, months.length),
    running: today.fiscalYear === fiscalYear,
  };
}
