import { createHash } from 'node:crypto';
import { readTable, type TableFile } from '~/documents/read-table.server';
import type { TableRefusal } from '~/documents/table-refusal';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { findHeaderRow } from '~/domain/imports/find-header-row';
import { findMapping } from '~/domain/imports/find-mapping.server';
import { guessColumns } from '~/domain/imports/guess-columns';
import { LIST_MAX_ROWS } from '~/domain/imports/import-fields';
import { startBatch } from '~/domain/imports/start-batch.server';
import type { Place } from '~/domain/regions/place-columns.server';
import type { Store } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import * as m from '~/paraglide/messages';

export type StartImport = {
  area: Authorised<Place>;
  officerId: string;
  file: { name: string; bytes: Uint8Array };
  at: Date;
};

export type StartedImport =
  { ok: true; id: string } | { ok: false; reason: TableRefusal | 'no-rows' };

/** Titles and notes that may stand above the table. */
const ROWS_ABOVE = 30;

/** Takes a list in as it is: what it says is looked at next, and nobody is enrolled by this. */
export async function startImport(store: Store, input: StartImport): Promise<StartedImport> {
  const { area, officerId, file, at } = input;
  const read = await readTable(file.bytes, { rows: LIST_MAX_ROWS + ROWS_ABOVE });
  if (!read.ok) return read;
  const { header, rows } = splitTable(read.table);
  if (rows.length === 0) return { ok: false, reason: 'no-rows' };
  if (rows.length > LIST_MAX_ROWS) return { ok: false, reason: 'too-many-rows' };

  const firstRows = rows.slice(0, 50).map(({ cells }) => cells);
  const remembered = await findMapping(store.read, { areaCode: area.code, header });
  const mapping = remembered ?? guessColumns(header, firstRows);
  const fileHash = createHash('sha256').update(file.bytes).digest('hex');
  const started = await store.tx(async (db) => {
    const list = { areaCode: area.code, officerId, fileName: file.name, fileHash, at };
    const batch = await startBatch(db, { ...list, header, mapping, rows });
    if (batch.isNew) {
      await recordAudit(db, {
        at,
        actorId: officerId,
        action: 'import.start',
        subjectKind: 'import',
        subjectId: batch.id,
        areaCode: area.code,
        detail: { rows: rows.length, format: read.table.format },
      });
    }
    return batch;
  });
  return { ok: true, id: started.id };
}

/** The columns, and the rows under them that are not empty. What we wrote beside refused rows ourselves is left out. */
function splitTable({ rows }: TableFile) {
  const at = findHeaderRow(rows);
  const titles = rows[at] ?? [];
  const ours = new Set<string>([m.imports_refused_row(), m.imports_refused_reason()]);
  const width = Math.max(0, ...rows.slice(at).map((row) => row.length));
  const columns = Array.from({ length: width }, (_, i) => i).filter(
    (i) => !ours.has((titles[i] ?? '').trim()),
  );
  const under = rows.slice(at + 1).flatMap((row, i) => {
    const cells = columns.map((column) => row[column] ?? '');
    const isEmpty = cells.every((cell) => cell.trim() === '');
    return isEmpty ? [] : [{ rowNumber: at + i + 2, cells }];
  });
  return { header: columns.map((column) => (titles[column] ?? '').trim()), rows: under };
}
