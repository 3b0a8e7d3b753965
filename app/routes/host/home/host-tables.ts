import { ALL } from '~/domain/reporting/count-cells';
import type { HostFigures } from '~/domain/reporting/find-host-figures.server';
import * as m from '~/paraglide/messages';

type Shown = { programmes: { code: string; title: string }[]; months: string[] };

const count = (n: number) => n.toLocaleString('ja-JP');

/** A host's figures as tables, by programme and by month; none where nobody completed anything. */
export function hostTables(cells: HostFigures['cells'], { programmes, months }: Shown) {
  const figures = (programmeCode: string, month: string) => {
    const cell = cells.find((one) => one.programmeCode === programmeCode && one.month === month);
    return [count(cell?.completions ?? 0), count(cell?.people ?? 0)];
  };
  const all = cells.find((cell) => cell.programmeCode === ALL && cell.month === ALL);
  if (!all) return { total: null, tables: [] };
  const foot = [m.areas_host_total(), ...figures(ALL, ALL)];
  return {
    total: {
      completions: m.areas_host_count({ count: count(all.completions) }),
      people: m.areas_host_people_count({ count: count(all.people) }),
    },
    tables: [
      {
        caption: m.areas_host_by_programme(),
        column: m.areas_host_programme(),
        rows: programmes
          .filter(({ code }) => cells.some((cell) => cell.programmeCode === code))
          .map(({ code, title }) => [title, ...figures(code, ALL)]),
        foot,
      },
      {
        caption: m.areas_host_by_month(),
        column: m.areas_host_month(),
        rows: months.map((month) => [
          m.areas_host_month_of({ month: String(Number(month.slice(5))) }),
          ...figures(ALL, month),
        ]),
        foot,
      },
    ],
  };
}
