import type { AnyColumn, Kit } from '../kit.server';

export type ImportState = 'mapping' | 'preview' | 'taking' | 'done' | 'undone';
export type ImportRowState = 'waiting' | 'taken' | 'refused';
/** Our field by the column it is read from (0 is the first), or by the one value that every row has. */
export type ColumnMapping = Record<string, number | string>;

/** Lists of people that an office hands in. */
export function defineImports(k: Kit, { people }: { people: { id: AnyColumn } }) {
  const importBatches = k.table(
    'import_batches',
    {
      id: k.text('id').primaryKey(),
      areaCode: k.text('area_code').notNull(),
      organisationId: k.text('organisation_id'),
      officerId: k
        .text('officer_id')
        .notNull()
        .references(() => people.id),
      fileName: k.text('file_name').notNull(),
      fileHash: k.text('file_hash').notNull(),
      header: k.json<string[]>('header').notNull(),
      mapping: k.json<ColumnMapping>('mapping').notNull(),
      state: k.text('state').$type<ImportState>().notNull(),
      total: k.int('total').notNull(),
      taken: k.int('taken').notNull().default(0),
      refused: k.int('refused').notNull().default(0),
      createdAt: k.time('created_at').notNull(),
      doneAt: k.time('done_at'),
      undoneAt: k.time('undone_at'),
      undoneBy: k.text('undone_by'),
    },
    (t) => [k.index('import_batches_area').on(t.areaCode, t.createdAt)],
  );

  const importRows = k.table(
    'import_rows',
    {
      batchId: k
        .text('batch_id')
        .notNull()
        .references((): AnyColumn => importBatches.id),
      /** As the list numbers it: the row under the header is 2. */
      rowNumber: k.int('row_number').notNull(),
      /** As it stood in the file; emptied when the batch is cleared. */
      cells: k.json<string[]>('cells').notNull(),
      state: k.text('state').$type<ImportRowState>().notNull(),
      reason: k.text('reason'),
      /** The same person in another file has the same key. */
      rowKey: k.text('row_key'),
      personId: k.text('person_id'),
    },
    (t) => [
      k.primaryKey({ columns: [t.batchId, t.rowNumber] }),
      k.index('import_rows_key').on(t.rowKey),
      k.index('import_rows_person').on(t.personId),
    ],
  );

  /** How an office last read a list with this header. */
  const importMappings = k.table(
    'import_mappings',
    {
      areaCode: k.text('area_code').notNull(),
      headerKey: k.text('header_key').notNull(),
      mapping: k.json<ColumnMapping>('mapping').notNull(),
      changedAt: k.time('changed_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.areaCode, t.headerKey] })],
  );

  return { importBatches, importRows, importMappings };
}
