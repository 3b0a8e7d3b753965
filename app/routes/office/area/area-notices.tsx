import type { AreaReport } from '~/domain/reporting/find-area-report.server';
import { westernDay } from '~/flows/area-report-tables';
import { reportPath } from '~/flows/report-path';
import { jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Notice } from '~/ui/notice';

type Merged = { sentence: string; link: { path: string; title: string } | null };
type Around = Pick<AreaReport['area'], 'code' | 'kind' | 'name'>[];

/** What an area was or will be merged into, with the way there for who may read it. */
export function mergedWords({ area }: AreaReport, around: Around, at: Date): Merged | null {
  if (!area.became) return null;
  const { code, name: into, day } = area.became;
  const words = { name: area.name, into, day: westernDay(day) };
  const successor = around.find((one) => one.code === code);
  return {
    sentence: day <= jstDates(at).day ? m.office_merged_was(words) : m.office_merged_will(words),
    link: successor ? { path: reportPath(successor), title: m.office_merged_link({ into }) } : null,
  };
}

type AreaNoticesProps = { merged: Merged | null; recounting: boolean; query: string };

export function AreaNotices({ merged, recounting, query }: AreaNoticesProps) {
  return (
    <>
      {merged ? (
        <Notice kind="info">
          <p>{merged.sentence}</p>
          {merged.link ? (
            <p>
              <a href={merged.link.path + query}>{merged.link.title}</a>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {recounting ? (
        <Notice kind="warm" title={m.office_recounting_title()}>
          <p>{m.office_recounting_body()}</p>
        </Notice>
      ) : null}
    </>
  );
}
