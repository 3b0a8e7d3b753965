import type { Cell, Column, ReportTable } from '~/documents/table';

export type SectionTable = {
  title: string;
  columns: Column[];
  rows: Cell[][];
  /** None of its figures may be shown. */
  hidden: boolean;
};
export type Section = { title: string; tables: SectionTable[]; hidden: boolean };

/** The tables of the files, in which every row names its programme, parted by programme for the screen. */
export function sectionsOf(
  programmes: readonly { title: string }[],
  tables: readonly Pick<ReportTable, 'title' | 'columns' | 'rows'>[],
): Section[] {
  return programmes.map(({ title }) => {
    const own = tables.flatMap((table): SectionTable[] => {
      const rows = table.rows.filter(([name]) => name === title).map(([, ...cells]) => cells);
      if (rows.length === 0) return [];
      const hidden = rows.every(([, ...figures]) =>
        figures.every((one) => typeof one === 'string'),
      );
      return [{ title: table.title, columns: table.columns.slice(1), rows, hidden }];
    });
    return { title, tables: own, hidden: own.every(({ hidden }) => hidden) };
  });
}
