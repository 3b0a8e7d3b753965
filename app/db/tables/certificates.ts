import type { AnyColumn, Kit } from '../kit.server';

type Earlier = { people: { id: AnyColumn }; completions: { id: AnyColumn } };

export function defineCertificates(k: Kit, { people, completions }: Earlier) {
  /** Every printed word is copied here when it is issued. Withdrawing sets columns; nothing deletes. */
  const certificates = k.table(
    'certificates',
    {
      id: k.text('id').primaryKey(),
      /** 確認番号: 12 characters of Crockford's base 32, without separators. */
      code: k.text('code').notNull().unique(),
      personId: k
        .text('person_id')
        .notNull()
        .references(() => people.id),
      completionId: k
        .text('completion_id')
        .notNull()
        .unique()
        .references(() => completions.id),
      programmeCode: k.text('programme_code').notNull(),
      cycle: k.int('cycle').notNull(),
      organisationId: k.text('organisation_id').notNull(),
      fiscalYear: k.int('fiscal_year').notNull(),
      serial: k.int('serial').notNull(),
      /** As printed, e.g. 第 27140-2026-000418 号. */
      number: k.text('number').notNull(),
      title: k.text('title').notNull(),
      courseTitle: k.text('course_title').notNull(),
      holderName: k.text('holder_name').notNull(),
      holderKana: k.text('holder_kana').notNull(),
      bodyText: k.text('body_text').notNull(),
      hostName: k.text('host_name').notNull(),
      hostDepartment: k.text('host_department'),
      /** JST day YYYY-MM-DD. */
      issuedOn: k.text('issued_on').notNull(),
      expiresOn: k.text('expires_on'),
      minutes: k.int('minutes'),
      versionNumber: k.int('version_number'),
      /** 見本: made from demo data. */
      specimen: k.bool('specimen').notNull(),
      createdAt: k.time('created_at').notNull(),
      withdrawnAt: k.time('withdrawn_at'),
      withdrawnBy: k.text('withdrawn_by'),
      withdrawnReason: k.text('withdrawn_reason'),
      /** For officers only, in free words: stands here and not in the log, so that it can be emptied. */
      withdrawnNote: k.text('withdrawn_note'),
    },
    (t) => [
      k.uniqueIndex('certificates_once').on(t.personId, t.programmeCode, t.cycle),
      k.uniqueIndex('certificates_series').on(t.organisationId, t.fiscalYear, t.serial),
    ],
  );
  return { certificates };
}
