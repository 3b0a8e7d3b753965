import { csvStream } from '~/documents/csv.server';
import type { Cell, Rows } from '~/documents/table';
import { writeWorkbook, XLSX_TYPE } from '~/documents/workbook.server';

export type ListFile = {
  /** Its address says which: ….csv, or a workbook. */
  request: Request;
  /** What the file is called, without its ending. */
  name: string;
  header: string[];
  rows: Rows;
};

const COLUMN_WIDTH = 22;
const LAST_COLUMN_WIDTH = 60;
const CSV_TYPE = 'text/csv; charset=utf-8';

/** A list as a file to keep: every cell is text, so that nothing in it is taken for a number or a formula. */
export function listFile({ request, name, header, rows }: ListFile): Response {
  const isCsv = new URL(request.url).pathname.endsWith('.csv');
  const columns = header.map((title, i) => {
    const width = i > 0 && i === header.length - 1 ? LAST_COLUMN_WIDTH : COLUMN_WIDTH;
    return { title, width, kind: 'text' as const };
  });
  const body = isCsv
    ? csvStream(withHeader(header, rows))
    : writeWorkbook({ sheets: [{ name, head: [], columns, rows }] });
  const ending = isCsv ? '.csv' : '.xlsx';
  return new Response(body, {
    headers: {
      'Content-Type': isCsv ? CSV_TYPE : XLSX_TYPE,
      'Content-Disposition': `attachment; filename="list${ending}"; filename*=UTF-8''${encodeURIComponent(name + ending)}`,
      'Cache-Control': 'private, no-store',
    },
  });
}

async function* withHeader(header: string[], rows: Rows): AsyncGenerator<readonly Cell[]> {
  yield header;
  yield* rows;
}
