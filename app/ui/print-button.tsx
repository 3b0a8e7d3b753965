import * as m from '~/paraglide/messages';

/** Comes into view only where script runs; everywhere else the browser's own menu prints. */
export function PrintButton() {
  return (
    <button type="button" className="btn second no-print" hidden data-enhance="print-page">
      {m.account_print()}
    </button>
  );
}
