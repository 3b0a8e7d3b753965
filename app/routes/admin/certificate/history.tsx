import * as m from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';

type Row = { at: string; what: string; actor: string | null; note: string };

/** Who did what to this certificate since it was issued. */
export function History({ rows }: { rows: Row[] }) {
  return (
    <section className="stack-s wrapping-table">
      <h2>{m.admin_history_title()}</h2>
      {rows.length === 0 ? (
        <p>{m.admin_history_none()}</p>
      ) : (
        <DataTable
          caption={m.admin_history_caption()}
          captionHidden
          columns={[
            { title: m.admin_history_at() },
            { title: m.admin_history_what() },
            { title: m.admin_history_actor() },
            { title: m.admin_history_note() },
          ]}
          rows={rows.map(({ at, what, actor, note }) => [
            at,
            what,
            actor ?? m.admin_history_actor_unknown(),
            note,
          ])}
        />
      )}
    </section>
  );
}
