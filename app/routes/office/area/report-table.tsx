import type { Cell, ReportTable } from '~/documents/table';
import * as m from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatCount, formatDifference } from './format-count';

type Shown = Pick<ReportTable, 'title' | 'columns' | 'rows'>;

/** A table of the report; parts of the area lead to their own reports. */
export function ReportDataTable({ table, query }: { table: Shown; query: string }) {
  const { title, columns, rows } = table;
  const hasCodes = columns[1]?.title === m.office_column_code();
  const cells = (row: Cell[], isTotal: boolean) =>
    row.map((cell, i) => {
      if (i === 0 && hasCodes && !isTotal)
        return <a href={`/office/areas/${row[1]}${query}`}>{cell}</a>;
      if (typeof cell !== 'number') return cell;
      return columns[i]?.title === m.office_column_difference()
        ? formatDifference(cell)
        : formatCount(cell);
    });
  return (
    <DataTable
      caption={title}
      columns={columns.map((column) => ({
        title: column.title,
        align: column.kind === 'number' ? 'right' : 'left',
      }))}
      rows={rows.slice(0, -1).map((row) => cells(row, false))}
      foot={rows.slice(-1).map((row) => cells(row, true))}
    />
  );
}
