import type { Kit } from '../kit.server';

export function defineOperation(k: Kit) {
  /** Who did what to whom. Append only. */
  const auditLog = k.table(
    'audit_log',
    {
      id: k.serial('id'),
      at: k.time('at').notNull(),
      actorId: k.text('actor_id'),
      action: k.text('action').notNull(),
      subjectKind: k.text('subject_kind').notNull(),
      subjectId: k.text('subject_id').notNull(),
      areaCode: k.text('area_code'),
      detail: k.json<Record<string, unknown>>('detail'),
      /** Why somebody looked at a list of names, in her words. */
      purpose: k.text('purpose'),
      /** SHA-256 over the row before and this one: a row that is changed or taken out breaks the chain. */
      previousHash: k.text('previous_hash'),
      hash: k.text('hash'),
    },
    (t) => [
      k.index('audit_log_subject').on(t.subjectKind, t.subjectId),
      k.index('audit_log_area').on(t.areaCode, t.at),
      k.index('audit_log_actor').on(t.actorId, t.at),
    ],
  );

  const jobs = k.table(
    'jobs',
    {
      id: k.text('id').primaryKey(),
      kind: k.text('kind').notNull(),
      /** Asking twice for the same thing gives one job. */
      uniqueKey: k.text('unique_key').unique(),
      payload: k.json<Record<string, unknown>>('payload').notNull(),
      runAt: k.time('run_at').notNull(),
      attempts: k.int('attempts').notNull().default(0),
      lockedUntil: k.time('locked_until'),
      doneAt: k.time('done_at'),
      /** Given up after the last try; kept for the operator to see. */
      gaveUpAt: k.time('gave_up_at'),
      lastError: k.text('last_error'),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.index('jobs_due').on(t.doneAt, t.runAt)],
  );

  /** Counters that slow repeated tries down; kept here so that they survive a restart. */
  const rateLimits = k.table('rate_limits', {
    key: k.text('key').primaryKey(),
    windowStart: k.time('window_start').notNull(),
    count: k.int('count').notNull(),
  });

  const settings = k.table('settings', {
    key: k.text('key').primaryKey(),
    value: k.text('value').notNull(),
    changedAt: k.time('changed_at').notNull(),
  });

  /** Mail on its way. The text is emptied once it is sent, as it holds links that let somebody in. */
  const mails = k.table(
    'mails',
    {
      id: k.text('id').primaryKey(),
      kind: k.text('kind').notNull(),
      toAddress: k.text('to_address').notNull(),
      subject: k.text('subject').notNull(),
      body: k.text('body').notNull(),
      createdAt: k.time('created_at').notNull(),
      sentAt: k.time('sent_at'),
      /** To whom, where one person is meant: an address may be shared, or be no longer hers. */
      personId: k.text('person_id'),
      /** The address that ends mails of this sort at one click, for the mail program to offer. Emptied with the text. */
      stopUrl: k.text('stop_url'),
    },
    (t) => [k.index('mails_created').on(t.createdAt)],
  );

  return { auditLog, jobs, rateLimits, settings, mails };
}
