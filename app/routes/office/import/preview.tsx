import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { FoundRows, type FoundRow } from './found-rows';
import { RefusedRows, type RefusedView } from './refused-rows';

export type PreviewView = {
  counts: { total: number; waiting: number; refused: number; warned: number };
  first: { columns: string[]; rows: string[][] };
  warned: FoundRow[];
  refused: RefusedView;
};

export function Preview({ view }: { view: PreviewView }) {
  const { counts, first, warned, refused } = view;
  const { waiting } = counts;
  const numbers = Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, count.toLocaleString('ja-JP')]),
  ) as Record<keyof typeof counts, string>;
  const firstTitle = m.imports_preview_first({ count: String(first.rows.length) });
  const warnedTitle = m.imports_warned_title({ count: numbers.warned });
  return (
    <div className="stack-l">
      <section className="stack">
        <h2>{m.imports_preview_title()}</h2>
        <Notice kind={waiting > 0 ? 'info' : 'warm'} role="status">
          <p>{m.imports_preview_counts(numbers)}</p>
          {waiting === 0 ? <p>{m.imports_preview_nobody()}</p> : null}
        </Notice>
        <form method="post" action="?" className="stack">
          {waiting > 0 && counts.warned > 0 ? (
            <label className="choice">
              <input type="checkbox" name="without" value="repeats" />
              <span>
                {m.imports_preview_without({ count: numbers.warned })}
                <span className="small block">{m.imports_preview_without_hint()}</span>
              </span>
            </label>
          ) : null}
          <p className="row">
            {waiting > 0 ? (
              <Button name="intent" value="take">
                {m.imports_preview_take({ count: numbers.waiting })}
              </Button>
            ) : null}
            <ButtonLink to="?step=columns" kind="second">
              {m.imports_preview_again()}
            </ButtonLink>
          </p>
        </form>
      </section>
      {first.rows.length > 0 ? (
        <section className="stack-s">
          <h2>{firstTitle}</h2>
          <DataTable
            caption={firstTitle}
            captionHidden
            columns={first.columns.map((title) => ({ title }))}
            rows={first.rows}
          />
        </section>
      ) : null}
      {warned.length > 0 ? (
        <section className="stack-s">
          <h2>{warnedTitle}</h2>
          <p>{m.imports_warned_lead()}</p>
          <FoundRows caption={warnedTitle} rows={warned} />
        </section>
      ) : null}
      <RefusedRows refused={refused} title={m.imports_refused_title({ count: numbers.refused })} />
    </div>
  );
}
