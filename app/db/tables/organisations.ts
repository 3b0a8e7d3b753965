import type { AnyColumn, Kit } from '../kit.server';

type Earlier = { programmes: { code: AnyColumn }; courses: { id: AnyColumn } };

export type OrganisationKind =
  'municipality' | 'prefecture' | 'shakyo' | 'school' | 'company' | 'npo' | 'operator';

/** 主催者: who hosts a training and whose name stands on its certificate. */
export function defineOrganisations(k: Kit, { programmes, courses }: Earlier) {
  const organisations = k.table(
    'organisations',
    {
      id: k.text('id').primaryKey(),
      kind: k.text('kind').$type<OrganisationKind>().notNull(),
      name: k.text('name').notNull(),
      kana: k.text('kana').notNull(),
      /** 部署 as printed under the name. */
      department: k.text('department'),
      areaCode: k.text('area_code'),
      /** Head of the host's own certificate series, e.g. "27140". */
      seriesPrefix: k.text('series_prefix').notNull(),
      demo: k.bool('demo').notNull().default(false),
      createdAt: k.time('created_at').notNull(),
      /** Asks that whoever is under age has her guardian's word before she signs up. */
      asksGuardian: k.bool('asks_guardian'),
    },
    (t) => [k.index('organisations_area').on(t.areaCode)],
  );

  /** The host's own running number, one row per fiscal year. */
  const certificateSeries = k.table(
    'certificate_series',
    {
      organisationId: k
        .text('organisation_id')
        .notNull()
        .references((): AnyColumn => organisations.id),
      fiscalYear: k.int('fiscal_year').notNull(),
      lastSerial: k.int('last_serial').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisationId, t.fiscalYear] })],
  );

  /** What a host decides about a programme it holds. Where it has decided nothing there is no row, or null. */
  const hostProgrammes = k.table(
    'host_programmes',
    {
      organisationId: k
        .text('organisation_id')
        .notNull()
        .references((): AnyColumn => organisations.id),
      programmeCode: k
        .text('programme_code')
        .notNull()
        .references(() => programmes.code),
      localTitle: k.text('local_title'),
      attestTitle: k.text('attest_title'),
      /** The course of the part in which one is to be chosen. */
      electiveCourseId: k.text('elective_course_id').references(() => courses.id),
      validMonths: k.int('valid_months'),
      updatedAt: k.time('updated_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisationId, t.programmeCode] })],
  );
  return { organisations, certificateSeries, hostProgrammes };
}
