import type { AreaReport } from '~/domain/reporting/find-area-report.server';
import { audienceLabel } from '~/flows/audience-label';
import { monthNumber } from '~/flows/area-report-tables';
import * as m from '~/paraglide/messages';
import { formatCount, formatDifference } from './format-count';

export type ShownFigure = { title: string; value: string; note: string };

/** The four figures on top of the report. */
export function areaFigures(report: AreaReport): ShownFigure[] {
  const { completions, people, lastYear } = report.total;
  return [
    {
      title: m.office_figure_completions(),
      value: m.office_unit_completions({ count: formatCount(completions) }),
      note: (report.running ? m.office_figure_since : m.office_figure_since_year)({
        difference: formatDifference(completions - lastYear),
      }),
    },
    {
      title: m.office_figure_people(),
      value: m.office_unit_people({ count: formatCount(people) }),
      note: m.office_figure_people_note(),
    },
    monthFigure(report),
    widthFigure(report),
  ];
}

function monthFigure({ byMonth, running }: AreaReport): ShownFigure {
  const busiest = byMonth.reduce((most, one) => (one.completions > most.completions ? one : most));
  const shown = running ? byMonth.at(-1)! : busiest;
  const month = monthNumber(shown.month);
  const value = m.office_unit_completions({ count: formatCount(shown.completions) });
  if (!running)
    return {
      title: m.office_figure_busiest(),
      value,
      note: m.office_figure_busiest_note({ month }),
    };
  const count = m.office_unit_completions({ count: formatCount(shown.lastYear) });
  return {
    title: m.office_figure_this_month({ month }),
    value,
    note: m.office_figure_this_month_note({ month, count }),
  };
}

/** How widely it has spread: over a prefecture's municipalities, or in a city the class that came most. */
function widthFigure({ area, parts, total }: AreaReport): ShownFigure {
  const today = parts.filter(({ until }) => until === null);
  if (area.kind === 'nation' || area.kind === 'prefecture' || area.kind === 'group') {
    return {
      title:
        area.kind === 'nation'
          ? m.office_figure_parts_prefectures()
          : m.office_figure_parts_municipalities(),
      value: formatCount(today.filter(({ completions }) => completions > 0).length),
      note: m.office_figure_parts_note({ count: formatCount(today.length) }),
    };
  }
  const [most] = Object.entries(total.byAudience).sort(([, a], [, b]) => b - a);
  return {
    title: m.office_figure_audience(),
    value: m.office_unit_completions({ count: formatCount(most?.[1] ?? 0) }),
    note: most ? audienceLabel(most[0]) : '',
  };
}
