import type { Grant } from './visitor';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a login may lie idle, and how long it lasts however busy it is. */
export type SessionLimit = { idleMs: number; absoluteMs: number };

export const SESSION_LIMITS = {
  guest: { idleMs: 180 * DAY_MS, absoluteMs: 365 * DAY_MS },
  learner: { idleMs: 30 * DAY_MS, absoluteMs: 180 * DAY_MS },
  staff: { idleMs: 12 * HOUR_MS, absoluteMs: 7 * DAY_MS },
  operator: { idleMs: HOUR_MS, absoluteMs: 12 * HOUR_MS },
  sharedDevice: { idleMs: 30 * MINUTE_MS, absoluteMs: 12 * HOUR_MS },
} satisfies Record<string, SessionLimit>;

type LimitedBy = { registered: boolean; grants: Pick<Grant, 'role'>[]; shared: boolean };

/** Roles count as soon as they are held, also before the second factor was shown. */
export function sessionLimit({ registered, grants, shared }: LimitedBy): SessionLimit {
  const own = limitOf({ registered, grants });
  const { sharedDevice } = SESSION_LIMITS;
  if (!shared) return own;
  return {
    idleMs: Math.min(own.idleMs, sharedDevice.idleMs),
    absoluteMs: Math.min(own.absoluteMs, sharedDevice.absoluteMs),
  };
}

function limitOf({ registered, grants }: Omit<LimitedBy, 'shared'>): SessionLimit {
  if (grants.some(({ role }) => role === 'operator')) return SESSION_LIMITS.operator;
  if (grants.length > 0) return SESSION_LIMITS.staff;
  return registered ? SESSION_LIMITS.learner : SESSION_LIMITS.guest;
}

/** A login that is used is prolonged after a twelfth of its idle time, and once a day at least. */
const writeAfter = (idleMs: number) => Math.min(idleMs / 12, DAY_MS);

type Times = { createdAt: Date; expiresAt: Date; endsAt: Date | null };
export type Judged =
  { over: true } | { over: false; expiresAt: Date; endsAt: Date; write: boolean };

/**
 * Whether a login still holds, until when, and whether that has to be written down. Where the clock
 * was set back and the login begins later than now, it counts as begun now.
 */
export function judgeSession(
  { createdAt, expiresAt, endsAt }: Times,
  { idleMs, absoluteMs }: SessionLimit,
  at: Date,
): Judged {
  const now = at.getTime();
  const begun = Math.min(createdAt.getTime(), now);
  const end = Math.min(endsAt?.getTime() ?? Infinity, begun + absoluteMs);
  const until = Math.min(expiresAt.getTime(), end);
  if (until <= now) return { over: true };
  const prolonged = Math.min(now + idleMs, end);
  const write = until > prolonged || prolonged - until >= writeAfter(idleMs);
  return {
    over: false,
    expiresAt: new Date(write ? prolonged : until),
    endsAt: new Date(end),
    write,
  };
}
