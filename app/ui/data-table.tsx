import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';

export type TableColumn = { title: ReactNode; align?: 'left' | 'right' };

type DataTableProps = {
  caption: string;
  /** Leave the caption to the heading above, for the eye only. */
  captionHidden?: boolean;
  columns: TableColumn[];
  /** The first cell of a row names it. */
  rows: ReactNode[][];
  foot?: ReactNode[][];
};

function cellClass(column: TableColumn | undefined) {
  return column?.align === 'right' ? 'right' : undefined;
}

function Row({ cells, columns }: { cells: ReactNode[]; columns: TableColumn[] }) {
  const [first, ...others] = cells;
  return (
    <tr>
      <th scope="row" className={cellClass(columns[0])}>
        {first}
      </th>
      {others.map((cell, i) => (
        <td key={i} className={cellClass(columns[i + 1])}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** A table in a box of its own that scrolls sideways, so that the page never does; the first column stays. */
export function DataTable({ caption, captionHidden, columns, rows, foot }: DataTableProps) {
  return (
    <div
      className="scroll"
      role="region"
      aria-label={m.common_table_scroll({ caption })}
      // The box scrolls, so the keyboard has to reach it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className="data-table">
        <caption className={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={i} scope="col" className={cellClass(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, i) => (
            <Row key={i} cells={cells} columns={columns} />
          ))}
        </tbody>
        {foot ? (
          <tfoot>
            {foot.map((cells, i) => (
              <Row key={i} cells={cells} columns={columns} />
            ))}
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
