import type { AppLoadContext } from '@remix-run/node';
import type { Store } from '~/db/store.server';
import { storeTroubleOf } from '~/db/store-trouble.server';
import type { WayIn } from '~/db/tables/people';
import { endLoginSessions } from '~/domain/entry/end-login-sessions.server';
import { findLoginSession } from '~/domain/entry/find-login-session.server';
import { findKeptPersonId } from '~/domain/people/find-kept-person-id.server';
import { now } from '~/lib/clock';
import { newId } from '~/lib/id.server';
import { deviceWords } from './device-words';
import { sha256 } from './digest.server';
import { luciaFor, newSessionSecret } from './session-adapter.server';
import { readSessionId, sessionCookie } from './session-cookie.server';
import { judgeSession, sessionLimit } from './session-limits';
import { findPersonFacts, findSession, insertSession, prolongSession } from './session-rows.server';
import type { Grant, Visitor } from './visitor';

type SessionContext = Pick<AppLoadContext, 'store' | 'origin'> &
  Partial<Pick<AppLoadContext, 'actor' | 'began' | 'way'>>;

export type StartSession = {
  way?: WayIn;
  /** Says which device this is; the login that its cookie names ends. */
  request?: Request;
  /** Other people use this device too. */
  shared?: boolean;
  /** When the second factor was shown together with the way in, as with a passkey. */
  secondFactorAt?: Date | null;
};

export type StartedSession = {
  setCookie: string;
  sessionHash: string;
  /** Whose login this is: where her record was merged, the person whose record was kept. */
  personId: string;
  /** What holds in this login: nothing before the second factor. */
  grants: Grant[];
  awaitsSecondFactor: boolean;
};

/** Signs this browser in. Always a new id, never one that was sent. */
export async function startSession(
  context: SessionContext,
  id: string,
  { way, request, shared = false, secondFactorAt = null }: StartSession = {},
): Promise<StartedSession> {
  const { store } = context;
  const at = now();
  const personId = await findKeptPersonId(store.read, { id });
  const person = await findPersonFacts(store, { personId, at });
  if (!person) throw new Error(`no person ${personId} to sign in`);
  const { idleMs, absoluteMs } = sessionLimit({ ...person, shared });
  const row = {
    personId,
    publicId: newId(at),
    way: way ?? (person.registered ? null : 'guest'),
    createdAt: at,
    lastSeenAt: at,
    endsAt: new Date(at.getTime() + absoluteMs),
    secondFactorAt,
    device: deviceWords(request?.headers.get('User-Agent') ?? null),
    shared,
  };
  const before = request && readSessionId(request, context);
  const begin = { row, instead: before ? sha256(before) : null };
  const { id: secret } = await luciaFor({ store, idleMs, begin }).createSession(personId, {});
  readings.delete(context);
  context.actor = personId;
  context.began = 'login';
  context.way = row.way;
  return {
    setCookie: sessionCookie(context, secret, shared ? null : absoluteMs / 1000),
    sessionHash: sha256(secret),
    personId,
    ...inForce(person.grants, secondFactorAt),
  };
}

/** A role counts only in a login that has shown a second factor. */
function inForce(grants: Grant[], secondFactorAt: Date | null) {
  return secondFactorAt
    ? { grants, awaitsSecondFactor: false }
    : { grants: [], awaitsSecondFactor: grants.length > 0 };
}

/**
 * The same login under a new id, for when it may do more than before: the second factor was shown, the
 * password changed. It began when it began and ends when it would have ended. Null when it is over.
 */
export async function rotateSession(
  request: Request,
  context: SessionContext,
  { secondFactorAt }: { secondFactorAt?: Date } = {},
): Promise<StartedSession | null> {
  const before = readSessionId(request, context);
  if (!before) return null;
  const secret = newSessionSecret();
  const idHash = sha256(secret);
  const at = now();
  const row = await context.store.tx(async (db) => {
    const old = await findLoginSession(db, { idHash: sha256(before) });
    if (!old) return null;
    const fresh = { ...old, idHash, publicId: newId(at), lastSeenAt: at };
    if (secondFactorAt) fresh.secondFactorAt = secondFactorAt;
    await insertSession(db, fresh, { instead: old.idHash });
    return fresh;
  });
  readings.delete(context);
  const person = row && (await findPersonFacts(context.store, { personId: row.personId, at }));
  if (!person) return null;
  if (secondFactorAt) context.began = 'second-factor';
  const lasts = Math.round(((row.endsAt ?? row.expiresAt).getTime() - at.getTime()) / 1000);
  return {
    setCookie: sessionCookie(context, secret, row.shared ? null : Math.max(lasts, 1)),
    sessionHash: idHash,
    personId: row.personId,
    ...inForce(person.grants, row.secondFactorAt),
  };
}

type Reading = { sessionId: string; visitor: Promise<Visitor | null> };

/** A request has one context, and the frame and the page of one request ask the same thing. */
const readings = new WeakMap<SessionContext, Reading>();

/** Who this browser is signed in as. Prolongs the login now and then. */
export async function readSession(
  request: Request,
  context: SessionContext,
): Promise<Visitor | null> {
  const sessionId = readSessionId(request, context);
  if (!sessionId) return null;
  const read = readings.get(context);
  if (read?.sessionId === sessionId) return read.visitor;
  const visitor = readStoredSession(sessionId, context);
  readings.set(context, { sessionId, visitor });
  return visitor;
}

async function readStoredSession(
  sessionId: string,
  context: SessionContext,
): Promise<Visitor | null> {
  const { store } = context;
  const at = now();
  const idHash = sha256(sessionId);
  const found = await findSession(store, { idHash, at });
  if (!found) return null;
  const { person, personId, shared, secondFactorAt, way } = found;
  const judged = judgeSession(found, sessionLimit({ ...person, shared }), at);
  const expiresAt = judged.over ? at : judged.expiresAt;
  const lucia = luciaFor({ store, found: { personId, expiresAt } });
  const { session } = await lucia.validateSession(sessionId);
  if (!session) return null;
  const publicId = found.publicId ?? newId(at);
  if (!judged.over && (judged.write || !found.publicId)) {
    await prolong(store, { idHash, personId, publicId, expiresAt, at });
  }
  context.actor = personId;
  return {
    ...person,
    personId,
    shared,
    secondFactorAt,
    way,
    sessionPublicId: publicId,
    sessionHash: idHash,
    ...inForce(person.grants, secondFactorAt),
  };
}

/** A disk that is full or held just now keeps nobody from reading: the login is prolonged another time. */
async function prolong(store: Store, input: Parameters<typeof prolongSession>[1]): Promise<void> {
  try {
    await store.tx((db) => prolongSession(db, input));
  } catch (error) {
    if (!storeTroubleOf(error)) throw error;
  }
}

/** Signs this browser out. The cookie is taken away whether or not the login was still there. */
export async function endSession(
  request: Request,
  context: SessionContext,
): Promise<{ setCookie: string }> {
  readings.delete(context);
  const sessionId = readSessionId(request, context);
  if (sessionId) await luciaFor({ store: context.store }).invalidateSession(sessionId);
  return { setCookie: sessionCookie(context, '', 0) };
}

/** Signs a person out everywhere, or everywhere but here. */
export async function endAllSessions(
  context: SessionContext,
  personId: string,
  { exceptHash }: { exceptHash?: string } = {},
): Promise<void> {
  readings.delete(context);
  await context.store.tx((db) => endLoginSessions(db, { personId, exceptHash }));
}
