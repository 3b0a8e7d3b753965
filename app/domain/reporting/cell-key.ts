import type { CountCell } from './count-cells';

/** The same for the same cell. */
export function cellKey(cell: CountCell): string {
  return [cell.areaCode, cell.fiscalYear, cell.programmeCode, cell.month, cell.audience].join('|');
}
