import type { AnyColumn, Kit } from '../kit.server';

export type ConsentKind = 'share-name' | 'guardian';
export type ConsentGiver = 'self' | 'guardian' | 'office';

type Earlier = { people: { id: AnyColumn }; organisations: { id: AnyColumn } };

/** What people agreed to, who may see whose names, and what was forgotten when. */
export function defineTrust(k: Kit, { people, organisations }: Earlier) {
  /** One row for each yes, with the very words it was said to. Withdrawing sets columns. */
  const consents = k.table(
    'consents',
    {
      id: k.text('id').primaryKey(),
      personId: k
        .text('person_id')
        .notNull()
        .references(() => people.id),
      kind: k.text('kind').$type<ConsentKind>().notNull(),
      /** To whom: a municipality, or a host. */
      areaCode: k.text('area_code'),
      organisationId: k.text('organisation_id'),
      text: k.text('text').notNull(),
      givenAt: k.time('given_at').notNull(),
      givenBy: k.text('given_by').$type<ConsentGiver>().notNull(),
      /** The officer who noted what was said on paper. */
      recordedBy: k.text('recorded_by'),
      withdrawnAt: k.time('withdrawn_at'),
    },
    (t) => [
      k.index('consents_person').on(t.personId),
      k.index('consents_area').on(t.areaCode, t.kind),
      k.index('consents_organisation').on(t.organisationId, t.kind),
    ],
  );

  /** A host lets a prefecture see the names its supporters agreed to share with it. */
  const nameShares = k.table(
    'name_shares',
    {
      id: k.text('id').primaryKey(),
      organisationId: k
        .text('organisation_id')
        .notNull()
        .references(() => organisations.id),
      areaCode: k.text('area_code').notNull(),
      sharedBy: k.text('shared_by').notNull(),
      fromAt: k.time('from_at').notNull(),
      untilAt: k.time('until_at'),
    },
    (t) => [k.index('name_shares_area').on(t.areaCode)],
  );

  /** What a run of the retention rules did, or would have done. */
  const retentionRuns = k.table('retention_runs', {
    id: k.text('id').primaryKey(),
    at: k.time('at').notNull(),
    dryRun: k.bool('dry_run').notNull(),
    result: k.json<Record<string, number>>('result').notNull(),
  });

  return { consents, nameShares, retentionRuns };
}
