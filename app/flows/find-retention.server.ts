import type { Retention } from '~/content/retention';
import type { Db } from '~/db/store.server';
import { clockRefusal } from '~/domain/retention/clock-refusal';
import { findLastKnown } from '~/domain/retention/find-last-known.server';
import { findRetentionRuns } from '~/domain/retention/find-retention-runs.server';
import * as m from '~/paraglide/messages';

const RUNS_SHOWN = 31;
const DAYS_OF_YEAR = 365.25;

/** What has been forgotten, what would be, and whether the clock may be believed. */
export async function findRetention(db: Db, { at }: { at: Date }) {
  const runs = await findRetentionRuns(db, { limit: RUNS_SHOWN });
  const lastKnown = await findLastKnown(db);
  return {
    tried: runs.find(({ dryRun }) => dryRun) ?? null,
    done: runs.filter(({ dryRun }) => !dryRun),
    clock: clockRefusal({ at, lastKnown }),
    lastKnown,
  };
}

/** "180日", "約5年" */
export function periodWords(days: number): string {
  const years = Math.round(days / DAYS_OF_YEAR);
  const isYears = years > 1 && Math.abs(days - years * DAYS_OF_YEAR) < 2;
  return isYears
    ? m.audit_period_years({ years: String(years), days: days.toLocaleString('ja-JP') })
    : m.audit_period_days({ days: days.toLocaleString('ja-JP') });
}

/** Each rule in words: of what, from when on, what then. */
export function retentionWords(rules: Retention): [what: string, until: string, then: string][] {
  const after = (words: (inputs: { period: string }) => string, days: number) =>
    words({ period: periodWords(days) });
  return [
    [
      m.audit_keep_guest(),
      after(m.audit_keep_after_use, rules.guestIdleDays),
      m.audit_keep_guest_then(),
    ],
    [
      m.audit_keep_learner(),
      after(m.audit_keep_after_use, rules.learnerIdleDays),
      m.audit_keep_learner_then({ days: String(rules.noticeDays) }),
    ],
    [m.audit_keep_staff(), m.audit_keep_staff_until(), m.audit_keep_staff_then()],
    [m.audit_keep_session(), m.audit_keep_session_until(), m.audit_keep_deleted()],
    [
      m.audit_keep_token(),
      after(m.audit_keep_after_expiry, rules.oneTimeTokenDays),
      m.audit_keep_deleted(),
    ],
    [m.audit_keep_tries(), after(m.audit_keep_after_try, 2), m.audit_keep_deleted()],
    [m.audit_keep_mail(), after(m.audit_keep_after_made, rules.mailDays), m.audit_keep_mail_then()],
    [m.audit_keep_import(), after(m.audit_keep_after_import, 30), m.audit_keep_import_then()],
    [
      m.audit_keep_invitation(),
      after(m.audit_keep_after_end, rules.invitationDays),
      m.audit_keep_deleted(),
    ],
    [
      m.audit_keep_merge(),
      after(m.audit_keep_after_undone, rules.undoneMergeDays),
      m.audit_keep_deleted(),
    ],
    [
      m.audit_keep_follow_up(),
      after(m.audit_keep_after_asked, rules.followUpDays),
      m.audit_keep_follow_up_then(),
    ],
    [m.audit_keep_log(), m.audit_keep_log_until(), m.audit_keep_log_then()],
    [m.audit_keep_counts(), m.audit_keep_log_until(), m.audit_keep_counts_then()],
  ];
}

const kinds: [key: string, words: () => string][] = [
  ['guests', m.audit_count_guests],
  ['learners', m.audit_count_learners],
  ['notices', m.audit_count_notices],
  ['waiting', m.audit_count_waiting],
  ['oneTimeTokens', m.audit_keep_token],
  ['mails', m.audit_keep_mail],
  ['invitations', m.audit_keep_invitation],
  ['undoneMerges', m.audit_keep_merge],
  ['followUps', m.audit_keep_follow_up],
  ['failed', m.audit_count_failed],
];

/** The counts of a run in words, each with its number. */
export function countWords(result: Record<string, number>): [what: string, count: string][] {
  return kinds.map(([key, words]) => [words(), (result[key] ?? 0).toLocaleString('ja-JP')]);
}
