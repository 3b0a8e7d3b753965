/** A day is text, YYYY-MM-DD; what it is in a file is decided by the kind of its column. A share of 60 % is 0.6. */
export type Cell = string | number | null;

export type Column = {
  title: string;
  /** In letters of half width. */
  width: number;
  kind: 'text' | 'number' | 'decimal' | 'date' | 'percent';
};

/** One table, from which screen, workbook and CSV are made. */
export type ReportTable = {
  title: string;
  /** What stands above the table: area, period, definition, when it was made. */
  head: [label: string, value: string][];
  columns: Column[];
  rows: Cell[][];
};

export type Rows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;

/** Everything above the first row: title, head, an empty line, the titles of the columns. */
export function headRows({ title, head, columns }: Omit<ReportTable, 'rows'>): Cell[][] {
  return [[title], ...head, [], columns.map((column) => column.title)];
}

/** The lines of a file in which tables stand one below the other. */
export function* fileRows(tables: readonly ReportTable[]): Generator<readonly Cell[]> {
  for (const [i, table] of tables.entries()) {
    if (i > 0) yield [];
    yield* headRows(table);
    yield* table.rows;
  }
}
