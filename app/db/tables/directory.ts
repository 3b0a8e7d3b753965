import type { Way, Worry } from '~/lib/help-kinds';
import type { OpeningHours } from '~/lib/opening-hours';
import type { AnyColumn, Kit } from '../kit.server';

/** Windows that municipalities and prefectures look after themselves, and what somebody means to do next. */
export function defineDirectory(k: Kit, { people }: { people: { id: AnyColumn } }) {
  /** National lines are in content/directory/. */
  const directoryEntries = k.table(
    'directory_entries',
    {
      id: k.text('id').primaryKey(),
      /** The municipality or prefecture whose it is: 6-digit code. */
      areaCode: k.text('area_code').notNull(),
      name: k.text('name').notNull(),
      kana: k.text('kana').notNull(),
      number: k.text('number'),
      url: k.text('url'),
      /** Where to go, in words. */
      address: k.text('address'),
      ways: k.json<Way[]>('ways').notNull(),
      worries: k.json<Worry[]>('worries').notNull(),
      /** In words: 「英語、ベトナム語」. */
      languages: k.text('languages'),
      forWhom: k.text('for_whom').notNull(),
      /** In words; with `hoursOpen`, what stands beside it. */
      hours: k.text('hours'),
      hoursOpen: k.json<OpeningHours>('hours_open'),
      note: k.text('note'),
      /** Days YYYY-MM-DD. */
      lastChecked: k.text('last_checked').notNull(),
      checkEveryDays: k.int('check_every_days').notNull(),
      validUntil: k.text('valid_until'),
      checkedBy: k.text('checked_by').notNull(),
      createdAt: k.time('created_at').notNull(),
      changedAt: k.time('changed_at').notNull(),
      retiredAt: k.time('retired_at'),
    },
    (t) => [k.index('directory_entries_area').on(t.areaCode, t.retiredAt)],
  );

  /** One small step for each family of programmes, which she alone sees. */
  const nextSteps = k.table(
    'next_steps',
    {
      personId: k
        .text('person_id')
        .notNull()
        .references(() => people.id),
      family: k.text('family').$type<'gatekeeper' | 'tsunagari' | 'kokoro'>().notNull(),
      /** Of content/next-steps.yaml. */
      step: k.text('step').notNull(),
      chosenAt: k.time('chosen_at').notNull(),
      doneAt: k.time('done_at'),
    },
    (t) => [k.primaryKey({ columns: [t.personId, t.family] })],
  );

  return { directoryEntries, nextSteps };
}
