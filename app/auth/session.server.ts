import type { AppLoadContext } from '@remix-run/node';
import { Lucia, TimeSpan, type DatabaseSession } from 'lucia';
import { now } from '~/lib/clock';
import { sha256 } from './digest.server';
import {
  findPersonFacts,
  findSessionAndPerson,
  sessionAdapter,
  type PersonFacts,
  type SessionAndPerson,
} from './session-adapter.server';
import type { Grant, Visitor } from './visitor';

// The only file that knows lucia's class. How long a session may lie idle is kept in the database;
// the cookie outlasts it, so that nothing has to be sent again when a session is prolonged.

export const GUEST_IDLE_DAYS = 180;
export const ACCOUNT_IDLE_DAYS = 30;
export const STAFF_IDLE_HOURS = 12;

type SessionContext = Pick<AppLoadContext, 'store' | 'origin'>;

function idleLimit({ registered, grants }: Pick<PersonFacts, 'registered' | 'grants'>): TimeSpan {
  if (!registered) return new TimeSpan(GUEST_IDLE_DAYS, 'd');
  return grants.length > 0
    ? new TimeSpan(STAFF_IDLE_HOURS, 'h')
    : new TimeSpan(ACCOUNT_IDLE_DAYS, 'd');
}

function cookieName(context: SessionContext): string {
  return context.origin.startsWith('https:') ? '__Host-session' : 'session';
}

function luciaFor(context: SessionContext, idle: TimeSpan, found?: SessionAndPerson) {
  return new Lucia(sessionAdapter(context.store, found), {
    sessionExpiresIn: idle,
    sessionCookie: {
      name: cookieName(context),
      expires: false,
      attributes: { secure: context.origin.startsWith('https:'), sameSite: 'lax', path: '/' },
    },
  });
}

const anyone = new TimeSpan(ACCOUNT_IDLE_DAYS, 'd');

/** Lucia's own reader throws at a foreign cookie whose percent signs are broken. */
function readSessionId(request: Request, context: SessionContext): string | null {
  const start = `${cookieName(context)}=`;
  const cookies = (request.headers.get('Cookie') ?? '').split(/; */);
  const id = cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length);
  return id && /^[0-9a-z]{20,64}$/.test(id) ? id : null;
}

/** Signs this browser in. Always a new id, never one that was sent. */
export async function startSession(
  context: SessionContext,
  personId: string,
): Promise<{ setCookie: string; sessionHash: string; grants: Grant[] }> {
  readings.delete(context);
  const facts = await findPersonFacts(context.store, personId);
  if (!facts) throw new Error(`no person ${personId} to sign in`);
  const lucia = luciaFor(context, idleLimit(facts));
  const { id } = await lucia.createSession(personId, {});
  const setCookie = lucia.createSessionCookie(id).serialize();
  return { setCookie, sessionHash: sha256(id), grants: facts.grants };
}

type Reading = { sessionId: string; visitor: Promise<Visitor | null> };

/** A request has one context, and the frame and the page of one request ask the same thing. */
const readings = new WeakMap<SessionContext, Reading>();

/** Who this browser is signed in as. Prolongs the session when half its idle time is over. */
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
  const found = await findSessionAndPerson(context.store, sessionId);
  const [stored, person] = found;
  if (!stored) return null;
  const idle = idleLimit(person.attributes);
  await shorten(context, stored, idle);
  const { session } = await luciaFor(context, idle, found).validateSession(sessionId);
  if (!session) return null;
  return { personId: person.id, ...person.attributes, sessionHash: sha256(sessionId) };
}

/** Somebody who was given a role while signed in keeps no longer session than that role allows. */
async function shorten(context: SessionContext, session: DatabaseSession, idle: TimeSpan) {
  const latest = new Date(now().getTime() + idle.milliseconds());
  if (session.expiresAt <= latest) return;
  session.expiresAt = latest;
  await sessionAdapter(context.store).updateSessionExpiration(session.id, latest);
}

/** Signs this browser out. The cookie is taken away whether or not the session was still there. */
export async function endSession(
  request: Request,
  context: SessionContext,
): Promise<{ setCookie: string }> {
  readings.delete(context);
  const lucia = luciaFor(context, anyone);
  const sessionId = readSessionId(request, context);
  if (sessionId) await lucia.invalidateSession(sessionId);
  return { setCookie: lucia.createBlankSessionCookie().serialize() };
}

/** Signs a person out everywhere. */
export async function endAllSessions(context: SessionContext, personId: string): Promise<void> {
  readings.delete(context);
  await luciaFor(context, anyone).invalidateUserSessions(personId);
}
