import type { Retention } from '~/content/retention';
import type { Db, Store } from '~/db/store.server';
import { eraseAttempts } from '~/domain/assessment/erase-attempts.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { eraseEnrolments } from '~/domain/learning/erase-enrolments.server';
import { keepSetting } from '~/domain/operation/keep-setting.server';
import { eraseGuest } from '~/domain/people/erase-guest.server';
import { forgetFollowUps } from '~/domain/questionnaires/forget-follow-ups.server';
import { clockRefusal } from '~/domain/retention/clock-refusal';
import { findIdlePeople } from '~/domain/retention/find-idle-people.server';
import { findLastKnown, RETENTION_CLOCK } from '~/domain/retention/find-last-known.server';
import { findNotice, NOTICE_ACTION } from '~/domain/retention/find-notice.server';
import { forgetLeftovers, type Leftover } from '~/domain/retention/forget-leftovers.server';
import type { IdleKind } from '~/domain/retention/idle-people.server';
import { recordRetentionRun } from '~/domain/retention/record-retention-run.server';
import { formatDay, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { erasePerson } from './erase-person.server';
import { queueMail } from './queue-mail.server';

export type RunRetention = {
  rules: Retention;
  at: Date;
  /** Counts and leaves everything as it is. */
  dryRun: boolean;
  /** With "none" nobody can be told beforehand, and nobody is waited for. */
  mail: 'smtp' | 'mailbox' | 'none';
  origin: string;
};

/** How many of each kind. `waiting` have been told and may still come back. */
export type RetentionCounts = Record<
  'guests' | 'learners' | 'notices' | 'waiting' | 'failed' | Leftover,
  number
>;

export type RetentionRun =
  | { ok: true; counts: RetentionCounts; errors: string[] }
  | { ok: false; reason: 'ahead' | 'behind'; lastKnown: Date };

const PEOPLE_AT_ONCE = 200;
const DAY_MS = 24 * 60 * 60 * 1000;
/** With so many failing in a row it is the database that fails, not their records. */
const FAILURES_TO_STOP = 20;

/**
 * Carries out the retention rules: one person, one transaction, and each is looked at again in it, so
 * that whoever comes back meanwhile is kept. Does nothing while the clock cannot be believed.
 */
export async function runRetention(store: Store, input: RunRetention): Promise<RetentionRun> {
  const { rules, at, dryRun } = input;
  const lastKnown = await findLastKnown(store.read);
  const reason = clockRefusal({ at, lastKnown });
  if (reason && lastKnown) return { ok: false, reason, lastKnown };

  const forgetting = { at, days: leftoverDays(rules), dryRun };
  const leftovers = await store.tx((db) => forgetLeftovers(db, forgetting));
  const people = { guests: 0, learners: 0, notices: 0, waiting: 0, failed: 0 };
  const errors: string[] = [];

  for await (const { id } of idle(store, 'guest', daysBefore(at, rules.guestIdleDays), at)) {
    await attempt(id, async () => {
      if (await forgetGuest(store, id, input)) people.guests += 1;
    });
  }
  const noticeDue = daysBefore(at, rules.learnerIdleDays - rules.noticeDays);
  for await (const learner of idle(store, 'learner', noticeDue, at)) {
    await attempt(learner.id, async () => {
      const done = await settleLearner(store, learner, input);
      if (done) people[done] += 1;
    });
  }
  const counts = { ...people, ...leftovers };
  await store.tx(async (db) => {
    await recordRetentionRun(db, { at, dryRun, result: counts });
    if (!dryRun) await keepSetting(db, { key: RETENTION_CLOCK, value: at.toISOString(), at });
    await recordAudit(db, {
      at,
      actorId: null,
      action: dryRun ? 'retention.try' : 'retention.run',
      subjectKind: 'retention',
      subjectId: jstDates(at).day,
      detail: counts,
    });
  });
  return { ok: true, counts, errors };

  async function attempt(personId: string, work: () => Promise<void>) {
    try {
      await work();
    } catch (error) {
      people.failed += 1;
      errors.push(`${personId}: ${(error as Error).message}`);
      if (people.failed >= FAILURES_TO_STOP) throw error;
    }
  }
}

type Idle = Awaited<ReturnType<typeof findIdlePeople>>[number];

async function* idle(store: Store, kind: IdleKind, before: Date, at: Date): AsyncGenerator<Idle> {
  for (let after: string | undefined; ;) {
    const slice: Idle[] = await findIdlePeople(store.read, {
      ...{ kind, before, at, limit: PEOPLE_AT_ONCE },
      ...(after && { after }),
    });
    for (const person of slice) {
      yield person;
      // The process that serves does this: visitors come first.
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (slice.length < PEOPLE_AT_ONCE) return;
    after = slice.at(-1)!.id;
  }
}

async function isStillIdle(db: Db, personId: string, kind: IdleKind, before: Date, at: Date) {
  return (await findIdlePeople(db, { kind, before, at, personId, limit: 1 })).length === 1;
}

async function forgetGuest(
  store: Store,
  personId: string,
  { rules, at, dryRun }: RunRetention,
): Promise<boolean> {
  if (dryRun) return true;
  return store.tx(async (db) => {
    const before = daysBefore(at, rules.guestIdleDays);
    if (!(await isStillIdle(db, personId, 'guest', before, at))) return false;
    await eraseAttempts(db, { personId });
    await forgetFollowUps(db, { personIds: [personId] });
    await eraseEnrolments(db, { personId });
    await eraseGuest(db, { personId });
    return true;
  });
}

/** Tells her, waits, and forgets her when the time has come. */
async function settleLearner(
  store: Store,
  { id: personId, email, name, since }: Idle,
  input: RunRetention,
): Promise<'notices' | 'waiting' | 'learners' | null> {
  const { rules, at, dryRun } = input;
  const eraseBefore = daysBefore(at, rules.learnerIdleDays);
  if (email && input.mail !== 'none') {
    const told = await findNotice(store.read, { personId });
    if (!told || told <= since) {
      if (!dryRun) await tell(store, { personId, email, name }, input);
      return 'notices';
    }
    if (told > daysBefore(at, rules.noticeDays)) return 'waiting';
  }
  const isDue = (db: Db) => isStillIdle(db, personId, 'learner', eraseBefore, at);
  if (!(await isDue(store.read))) return null;
  if (dryRun) return 'learners';
  const erased = await erasePerson(store, { personId, why: 'retention', at, onlyIf: isDue });
  return erased.ok && !erased.before ? 'learners' : null;
}

async function tell(
  store: Store,
  { personId, email, name }: { personId: string; email: string; name: string | null },
  { rules, at, origin }: RunRetention,
): Promise<void> {
  const day = formatDay(jstDates(new Date(at.getTime() + rules.noticeDays * DAY_MS)).day);
  const words = { name: name ?? '', day, address: `${origin}/sign-in` };
  await store.tx(async (db) => {
    await queueMail(db, {
      kind: 'retention-notice',
      to: email,
      subject: m.audit_notice_subject(),
      body: m.audit_notice_body(words),
      at,
    });
    await recordAudit(db, {
      at,
      actorId: null,
      action: NOTICE_ACTION,
      subjectKind: 'person',
      subjectId: personId,
    });
  });
}

function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * DAY_MS);
}

function leftoverDays(rules: Retention): Record<Leftover, number> {
  return {
    oneTimeTokens: rules.oneTimeTokenDays,
    mails: rules.mailDays,
    invitations: rules.invitationDays,
    undoneMerges: rules.undoneMergeDays,
    followUps: rules.followUpDays,
  };
}
