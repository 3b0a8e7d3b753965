import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { RefusedRows, type RefusedView } from './refused-rows';

export type AccountView = {
  path: string;
  total: string;
  taken: string;
  refused: string;
  undo: { until: string; open: boolean } | null;
  undone: { at: string; gone: string; left: boolean } | null;
  kept: string[];
  refusedRows: RefusedView;
};

function Figures({ total, taken, refused }: AccountView) {
  return (
    <dl className="figures">
      {[
        [m.imports_figure_total(), m.imports_figure_unit_rows({ count: total })],
        [m.imports_figure_taken(), m.imports_figure_unit_people({ count: taken })],
        [m.imports_figure_refused(), m.imports_figure_unit_rows({ count: refused })],
      ].map(([title, value]) => (
        <div className="card" key={title}>
          <dt className="small">{title}</dt>
          <dd className="n">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Undo({ view, errors }: { view: AccountView; errors: Record<string, string[]> }) {
  const { undo, taken } = view;
  if (!undo || taken === '0') return null;
  const error = errors.sure?.join(' ');
  return (
    <section className="stack">
      <h2>{m.imports_undo_title()}</h2>
      {undo.open ? (
        <PostForm form={{ id: 'undo', allErrors: errors }} action="?" className="stack" kept="">
          <p>{m.imports_undo_body({ until: undo.until })}</p>
          <div className={error ? 'has-error stack-s' : 'stack-s'}>
            {error ? (
              <p id="undo-sure-error" className="field-error">
                {error}
              </p>
            ) : null}
            <label className="choice">
              <input
                type="checkbox"
                id="undo-sure"
                name="sure"
                value="yes"
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? 'undo-sure-error' : undefined}
              />
              <span>{m.imports_undo_sure({ count: taken })}</span>
            </label>
          </div>
          <Button kind="second" name="intent" value="undo">
            {m.imports_undo_button()}
          </Button>
        </PostForm>
      ) : (
        <p>{m.imports_undo_over()}</p>
      )}
    </section>
  );
}

function Undone({ view }: { view: AccountView }) {
  const { undone, kept } = view;
  if (!undone) return null;
  const { at, gone, left } = undone;
  const title = m.imports_kept_title({ count: view.taken });
  return (
    <>
      <Notice kind="warm" title={m.imports_undone_title()} role="status">
        <p>
          {left ? m.imports_undone_left() : m.imports_undone_body({ at, gone, kept: view.taken })}
        </p>
      </Notice>
      {kept.length > 0 ? (
        <section className="stack-s">
          <h2>{title}</h2>
          <p>{m.imports_kept_lead()}</p>
          <DataTable
            caption={title}
            captionHidden
            columns={[{ title: m.imports_kept_number() }]}
            rows={kept.map((number) => [number])}
          />
        </section>
      ) : null}
    </>
  );
}

/** Where every row of the list went. */
export function Account({ view, errors }: { view: AccountView; errors: Record<string, string[]> }) {
  const { path, total, taken, refused, undone, refusedRows } = view;
  return (
    <div className="stack-l">
      {undone ? (
        <Undone view={view} />
      ) : (
        <Notice kind="done" title={m.imports_done_title()} role="status">
          <p>{m.imports_done_body({ total, taken, refused })}</p>
        </Notice>
      )}
      <Figures {...view} />
      {taken === '0' ? null : (
        <Card as="section" className="stack-s">
          <h2>{m.imports_slips_title()}</h2>
          <p>{m.imports_slips_lead()}</p>
          <p>
            <ButtonLink to={`${path}/slips`}>{m.imports_slips_link()}</ButtonLink>
          </p>
        </Card>
      )}
      <RefusedRows refused={refusedRows} title={m.imports_refused_title_done({ count: refused })} />
      <Undo view={view} errors={errors} />
    </div>
  );
}
