import { DEED_ANSWERS, DEEDS, OUTCOMES, type Questionnaire } from '~/content/questionnaire';
import type { Cell, Column, ReportTable } from '~/documents/table';
import type { ProgrammeEffect, ShownCount, ShownItem } from '~/domain/reporting/find-effect.server';
import * as m from '~/paraglide/messages';

/** Satisfied and understood: from this share on. */
export const EFFECT_LINE = 0.8;

export type EffectProgramme = ProgrammeEffect & {
  title: string;
  /** What it asks today; null where it asks nothing any more. */
  questionnaire: Questionnaire | null;
};

const text = (title: string, width = 30): Column => ({ title, width, kind: 'text' });
const number = (title: string): Column => ({
  title,
  width: Math.max(10, title.length * 2 + 2),
  kind: 'number',
});
const percent = (title: string): Column => ({ ...number(title), kind: 'percent' });

const hiddenWord = (why: 'few' | 'others') =>
  why === 'few' ? m.questionnaire_effect_few() : m.questionnaire_effect_others();

const countCell = (count: ShownCount): Cell =>
  typeof count === 'number' ? count : hiddenWord(count);

/** What an item says, or in each of its cells why it says nothing. */
function cellsOf<T>(item: ShownItem<T> | undefined, read: (item: { n: number } & T) => Cell[]) {
  if (item === undefined) return [];
  return typeof item === 'string' ? [hiddenWord(item)] : read(item);
}

const filled = (cells: Cell[], width: number): Cell[] =>
  Array.from({ length: width }, (_, i) => cells[i] ?? m.questionnaire_effect_none());

const rounded = (mean: number) => Math.round(mean * 100) / 100;

type Tally = { n: number; by: Record<number, number> };
const meanOf = ({ n, by }: Tally) =>
  Object.entries(by).reduce((sum, [value, count]) => sum + Number(value) * count, 0) / n;
const shareOf = ({ n, by }: Tally, ...values: number[]) =>
  Math.round((values.reduce((sum, value) => sum + (by[value] ?? 0), 0) / n) * 1000) / 1000;

/** The share of those who agree or rather agree; null where it is not shown. */
export function agreeing(item: ShownItem<{ by: Record<number, number> }> | undefined) {
  return item === undefined || typeof item === 'string' ? null : shareOf(item, 4, 5);
}

export const outcomeWord = (id: (typeof OUTCOMES)[number]) =>
  id === 'satisfied' ? m.questionnaire_outcome_satisfied() : m.questionnaire_outcome_understood();

const deedWord = (id: (typeof DEEDS)[number]) =>
  ({
    noticed: m.questionnaire_deed_noticed,
    spoke: m.questionnaire_deed_spoke,
    listened: m.questionnaire_deed_listened,
    connected: m.questionnaire_deed_connected,
  })[id]();

/** The tables of the effect, under one head. Screen and files are made from these. */
export function effectTables(
  programmes: readonly EffectProgramme[],
  head: ReportTable['head'],
): ReportTable[] {
  const figures = [changeTable(programmes), outcomeTable(programmes), deedTable(programmes)];
  return [countTable(programmes), ...figures.filter(({ rows }) => rows.length > 0)].map(
    (table) => ({ ...table, head }),
  );
}

type Headless = Omit<ReportTable, 'head'>;

function countTable(programmes: readonly EffectProgramme[]): Headless {
  return {
    title: m.questionnaire_effect_table_counts(),
    columns: [
      text(m.office_column_programme()),
      number(m.questionnaire_effect_column_before()),
      number(m.questionnaire_effect_column_after()),
      number(m.questionnaire_effect_column_paired()),
      number(m.questionnaire_effect_column_later()),
    ],
    rows: programmes.map(({ title, before, after, paired, later }) => [
      title,
      ...[before, after, paired, later].map(countCell),
    ]),
  };
}

function changeTable(programmes: readonly EffectProgramme[]): Headless {
  const rows = programmes.flatMap(({ title, questionnaire, changes, tallies }) => {
    const known = (questionnaire?.items ?? []).map((item) => [item.id, item.text] as const);
    const ids = new Set(known.map(([id]) => id));
    const earlier = Object.keys(changes)
      .filter((id) => !ids.has(id))
      .map((id) => [id, m.questionnaire_effect_old_item({ id })] as const);
    return [...known, ...earlier].flatMap(([id, words]): Cell[][] => {
      const change = changes[id];
      const later = tallies.later[id];
      if (change === undefined && later === undefined) return [];
      const both = cellsOf(change, ({ n, before, after }) => [
        n,
        rounded(before),
        rounded(after),
        rounded(rounded(after) - rounded(before)),
      ]);
      const months = cellsOf(later, (tally) => [tally.n, rounded(meanOf(tally))]);
      return [[title, words, ...filled(both, 4), ...filled(months, 2)]];
    });
  });
  return {
    title: m.questionnaire_effect_table_changes(),
    columns: [
      text(m.office_column_programme()),
      text(m.questionnaire_effect_column_item(), 50),
      number(m.questionnaire_effect_column_n_paired()),
      ...[
        m.questionnaire_effect_column_mean_before(),
        m.questionnaire_effect_column_mean_after(),
        m.questionnaire_effect_column_change(),
      ].map(mean),
      number(m.questionnaire_effect_column_n_later()),
      mean(m.questionnaire_effect_column_mean_later()),
    ],
    rows,
  };
}

/** Means have two decimals, which a column of whole numbers would round away. */
function mean(title: string): Column {
  return { ...number(title), kind: 'decimal' };
}

function outcomeTable(programmes: readonly EffectProgramme[]): Headless {
  const rows = programmes.flatMap(({ title, tallies }) =>
    OUTCOMES.flatMap((id): Cell[][] => {
      const tally = tallies.after[id];
      if (tally === undefined) return [];
      const cells = cellsOf(tally, (one) => {
        const share = shareOf(one, 4, 5);
        const line =
          share >= EFFECT_LINE
            ? m.questionnaire_effect_line_over()
            : m.questionnaire_effect_line_under();
        return [one.n, share, line];
      });
      return [[title, outcomeWord(id), ...filled(cells, 3)]];
    }),
  );
  return {
    title: m.questionnaire_effect_table_outcomes(),
    columns: [
      text(m.office_column_programme()),
      text(m.questionnaire_effect_column_item()),
      number(m.questionnaire_effect_column_n()),
      percent(m.questionnaire_effect_column_share()),
      text(m.questionnaire_effect_column_line(), 12),
    ],
    rows,
  };
}

function deedTable(programmes: readonly EffectProgramme[]): Headless {
  const { yes, 'not-yet': notYet, unsaid } = DEED_ANSWERS;
  const rows = programmes.flatMap(({ title, tallies }) =>
    DEEDS.flatMap((id): Cell[][] => {
      const tally = tallies.later[id];
      if (tally === undefined) return [];
      const cells = cellsOf(tally, (one) => [
        one.n,
        ...[yes, notYet, unsaid].map((value) => shareOf(one, value)),
      ]);
      return [[title, deedWord(id), ...filled(cells, 4)]];
    }),
  );
  return {
    title: m.questionnaire_effect_table_deeds(),
    columns: [
      text(m.office_column_programme()),
      text(m.questionnaire_effect_column_deed()),
      number(m.questionnaire_effect_column_n()),
      percent(m.questionnaire_deed_yes()),
      percent(m.questionnaire_deed_not_yet()),
      percent(m.questionnaire_deed_unsaid()),
    ],
    rows,
  };
}
