import * as m from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';

export type FoundRow = { rowNumber: number; name: string; reasons: string[] };

/** Rows with what was found in them. */
export function FoundRows({ caption, rows }: { caption: string; rows: FoundRow[] }) {
  return (
    <div className="wrapping-table">
      <DataTable
        caption={caption}
        captionHidden
        columns={[
          { title: m.imports_refused_row(), align: 'right' },
          { title: m.imports_refused_name() },
          { title: m.imports_warned_reason() },
        ]}
        rows={rows.map(({ rowNumber, name, reasons }) => [
          rowNumber,
          name,
          <ul key="reasons" className="dots">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>,
        ])}
      />
    </div>
  );
}
