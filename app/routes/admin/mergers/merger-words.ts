import type { CheckedMerger } from '~/domain/regions/check-merger.server';
import type { previewMerger } from '~/flows/merge-areas.server';
import { formatDay } from '~/lib/clock';
import * as m from '~/paraglide/messages';

type Refused = Extract<CheckedMerger, { ok: false }>['reason'];
type Preview = Extract<Awaited<ReturnType<typeof previewMerger>>, { ok: true }>;

/** Which field a refusal is about, and what it says there. */
export function mergerRefusal(reason: Refused): Record<string, string[]> {
  switch (reason) {
    case 'no-areas':
      return { from: [m.areas_merger_refused_no_areas()] };
    case 'not-there':
      return { from: [m.areas_merger_refused_not_there()] };
    case 'merged-before':
      return { from: [m.areas_merger_refused_merged_before()] };
    case 'wards-and-others':
      return { from: [m.areas_merger_refused_wards_and_others()] };
    case 'wrong-code':
      return { code: [m.areas_merger_refused_wrong_code()] };
    case 'code-taken':
      return { code: [m.areas_merger_refused_code_taken()] };
    case 'no-such-target':
      return { code: [m.areas_merger_refused_no_such_target()] };
    case 'into-itself':
      return { code: [m.areas_merger_refused_into_itself()] };
  }
}

/** What a merger means, sentence by sentence. */
export function mergerMeaning(preview: Preview, mergerDay: string): string[] {
  const { from, prefectureName, completions, registered, officers, hosts } = preview;
  const named = (area: { name: string; code: string }) =>
    m.areas_mergers_named({ name: area.name, code: area.code });
  const to = preview.to.name;
  const day = formatDay(mergerDay);
  const count = (n: number) => n.toLocaleString('ja-JP');
  return [
    m.areas_merger_check_becomes({
      day,
      from: from.map(named).join(m.areas_and()),
      to: prefectureName + named(preview.to),
    }),
    m.areas_merger_check_history({ count: count(completions), to }),
    ...(registered > 0 ? [m.areas_merger_check_people({ count: count(registered), day, to })] : []),
    m.areas_merger_check_offered({ day, to }),
    ...(officers > 0 ? [m.areas_merger_check_officers({ count: count(officers), to })] : []),
    m.areas_merger_check_reach({ day, to }),
    ...(hosts > 0 ? [m.areas_merger_check_hosts({ count: count(hosts) })] : []),
  ];
}
