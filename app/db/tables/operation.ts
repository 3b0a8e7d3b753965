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
    },
    (t) => [k.index('audit_log_subject').on(t.subjectKind, t.subjectId)],
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

  return { auditLog, jobs, rateLimits, settings };
}
