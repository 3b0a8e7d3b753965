import type { MetaFunction } from '@remix-run/node';
import * as m from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PrintButton } from '~/ui/print-button';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.memo_title() }) }];

const FIELDS = [
  { id: 'about', label: m.memo_about, hint: m.memo_about_hint, rows: 4 },
  { id: 'place', label: m.memo_place, hint: m.memo_place_hint, rows: 2 },
  { id: 'result', label: m.memo_result, hint: m.memo_result_hint, rows: 4 },
  { id: 'where', label: m.memo_where, hint: m.memo_where_hint, rows: 3 },
  { id: 'other', label: m.memo_other, hint: m.memo_other_hint, rows: 4 },
];

/**
 * A sheet for paper. Its fields stand in no form and have no names, so there is nothing that a browser
 * could send; `autocomplete` is off so that a shared device remembers nothing.
 */
export default function MemoPage() {
  return (
    <div className="wrap narrow stack-l">
      <div className="no-print stack">
        <PageHead
          title={m.memo_title()}
          lead={m.memo_lead()}
          crumbs={[{ title: m.common_home(), to: '/' }, { title: m.memo_title() }]}
        />
        <Notice kind="info" title={m.memo_private_title()}>
          <p>{m.memo_private()}</p>
          <p>{m.memo_care()}</p>
          <p>{m.memo_paper()}</p>
        </Notice>
      </div>
      <section className="memo-sheet" aria-labelledby="memo-sheet" data-enhance="memo-sheet">
        <div className="memo-head">
          <h2 id="memo-sheet">{m.memo_sheet()}</h2>
          <p className="memo-day">
            <label htmlFor="memo-day">{m.memo_day()}</label>
            <input id="memo-day" className="input" autoComplete="off" />
          </p>
        </div>
        {FIELDS.map(({ id, label, hint, rows }) => (
          <div key={id} className="memo-field">
            <label className="field-label" htmlFor={`memo-${id}`}>
              {label()}
            </label>
            <p className="small no-print" id={`memo-${id}-hint`}>
              {hint()}
            </p>
            <textarea
              id={`memo-${id}`}
              className="input"
              rows={rows}
              autoComplete="off"
              aria-describedby={`memo-${id}-hint`}
            />
          </div>
        ))}
        <div className="memo-for-window">
          <h3>{m.memo_for_window_title()}</h3>
          <p>{m.memo_for_window()}</p>
        </div>
        <p className="row no-print">
          <PrintButton />
          <button type="button" className="btn quiet" hidden data-memo-clear>
            {m.memo_clear()}
          </button>
        </p>
        <p role="status" className="no-print" data-memo-status data-cleared={m.memo_cleared()} />
      </section>
      <p className="no-print">
        <a href="/help">{m.memo_help()}</a>
      </p>
      <p className="small no-print">{m.memo_source()}</p>
    </div>
  );
}
