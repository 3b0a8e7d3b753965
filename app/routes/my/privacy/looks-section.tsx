import * as m from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';

type Look = { month: string; who: string; record: number; list: number };

function monthWords(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return m.trust_looks_month_value({ year: String(year), month: String(number) });
}

export function LooksSection({ looks }: { looks: Look[] }) {
  const times = (count: number) => m.trust_looks_times({ count: String(count) });
  return (
    <section className="stack" aria-labelledby="looks">
      <h2 id="looks">{m.trust_looks_title()}</h2>
      <p>{m.trust_looks_lead()}</p>
      {looks.length === 0 ? (
        <p>{m.trust_looks_none()}</p>
      ) : (
        <DataTable
          caption={m.trust_looks_caption()}
          columns={[
            { title: m.trust_looks_month() },
            { title: m.trust_looks_who() },
            { title: m.trust_looks_one(), align: 'right' },
            { title: m.trust_looks_list(), align: 'right' },
          ]}
          rows={looks.map(({ month, who, record, list }) => [
            monthWords(month),
            who,
            times(record),
            times(list),
          ])}
        />
      )}
    </section>
  );
}
