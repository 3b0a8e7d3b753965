import type { Kit } from '../kit.server';

/**
 * Counts of completions, kept in the same transaction as the completion itself, so that a report
 * costs the same with ten thousand completions and with ten million.
 * `areaCode` is an administrative ward, a municipality, a prefecture, or 000000 for the nation;
 * `programmeCode`, `month` and `audience` are a value or "*" for all of them.
 */
export function defineReporting(k: Kit) {
  const completionCounts = k.table(
    'completion_counts',
    {
      areaCode: k.text('area_code').notNull(),
      fiscalYear: k.int('fiscal_year').notNull(),
      programmeCode: k.text('programme_code').notNull(),
      month: k.text('month').notNull(),
      audience: k.text('audience').notNull(),
      /** 延べ人数 */
      completions: k.int('completions').notNull(),
      /** 実人数: each person once within this cell. */
      people: k.int('people').notNull(),
    },
    (t) => [
      k.primaryKey({
        columns: [t.areaCode, t.fiscalYear, t.programmeCode, t.month, t.audience],
      }),
    ],
  );
  return { completionCounts };
}
