import type { AppLoadContext } from '@remix-run/node';
import { reportBound } from '~/auth/policies/report';
import type { Visitor } from '~/auth/visitor';
import type { ReportTable } from '~/documents/table';
import { findEffect } from '~/domain/reporting/find-effect.server';
import { findReportArea, type ReportArea } from '~/domain/reporting/find-report-area.server';
import { formatDay, formatFiscalYear, formatTime, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { effectTables, type EffectProgramme } from './effect-tables';

export type ReadEffect = {
  /** One of the two, as it stands in the address. */
  place: { code?: string | undefined; group?: string | undefined };
  search: URLSearchParams;
  visitor: Pick<Visitor, 'grants' | 'name'>;
  at: Date;
};

export type EffectRead =
  | {
      ok: true;
      area: Pick<ReportArea, 'code' | 'kind' | 'name'>;
      fiscalYear: number;
      years: number[];
      programmes: EffectProgramme[];
      tables: ReportTable[];
    }
  /** The same for an area of somebody else and for one that is not there. */
  | { ok: false; reason: 'not-yours' | 'no-such-year' };

/** Before this nobody was asked. */
const FIRST_YEAR = 2025;

export const effectRules = () => [
  m.questionnaire_effect_who(),
  m.questionnaire_effect_months(),
  m.questionnaire_effect_few_rule(),
  m.questionnaire_effect_share_rule(),
  m.questionnaire_effect_line_rule(),
  m.questionnaire_effect_own_rule(),
];

/** What the screen and the files of an area's effect are made from. */
export async function readEffect(
  context: Pick<AppLoadContext, 'store' | 'content' | 'demo'>,
  { place, search, visitor, at }: ReadEffect,
): Promise<EffectRead> {
  const { read } = context.store;
  const code = place.group ?? place.code ?? '';
  const area = await findReportArea(read, { code, within: reportBound(visitor.grants) });
  if (!area || (area.kind === 'group') !== (place.group !== undefined)) {
    return { ok: false, reason: 'not-yours' };
  }
  const { fiscalYear: thisYear } = jstDates(at);
  const fiscalYear = Number(search.get('year') ?? thisYear);
  const isYear = Number.isInteger(fiscalYear) && fiscalYear >= FIRST_YEAR && fiscalYear <= thisYear;
  if (!isYear) return { ok: false, reason: 'no-such-year' };

  const effects = await findEffect(read, { area, fiscalYear, at });
  const { programmes, questionnaires = [] } = context.content;
  const known = programmes.flatMap((programme) => {
    const effect = effects.find(({ programmeCode }) => programmeCode === programme.code);
    const asked = questionnaires.find((one) => one.code === programme.questionnaire) ?? null;
    return effect ? [{ ...effect, title: programme.title, questionnaire: asked }] : [];
  });
  const made = { day: formatDay(jstDates(at).day), time: formatTime(at) };
  const head: ReportTable['head'] = [
    [m.office_head_area(), area.fullName],
    [m.office_head_year(), formatFiscalYear(fiscalYear)],
    [m.office_head_definition(), effectRules().join('')],
    [m.office_head_made_at(), m.office_head_made_at_value(made)],
    ...(visitor.name ? [[m.office_head_made_by(), visitor.name] as [string, string]] : []),
    ...(context.demo
      ? [[m.office_head_demo(), m.office_head_demo_value()] as [string, string]]
      : []),
  ];
  return {
    ok: true,
    area,
    fiscalYear,
    years: Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, i) => thisYear - i),
    programmes: known,
    tables: effectTables(known, head),
  };
}

type EffectFile = { area: { code: string; name: string }; fiscalYear: number };

/** Headers of the effect as a file to keep. */
export function effectFileHeaders(
  { area, fiscalYear }: EffectFile,
  { extension, type }: { extension: string; type: string },
): Record<string, string> {
  const name = m.questionnaire_effect_file_name({ area: area.name, year: String(fiscalYear) });
  const plain = `effect-${area.code}-${fiscalYear}${extension}`;
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name + extension)}`,
    'Cache-Control': 'private, no-store',
  };
}
