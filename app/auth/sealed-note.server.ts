import type { AppLoadContext } from '@remix-run/node';
import { cookieValue } from '~/lib/cookie';
import { secretsOf } from './key-id.server';
import { openText, sealText } from './sealed-text.server';

// What is shown once, between the form that made it and the page that shows it. It travels in a
// cookie of its own that only this server can open and only the same login can use.

const NOTE_MINUTES = 30;

type NoteContext = Pick<AppLoadContext, 'secret' | 'origin'>;
type ReadContext = Pick<AppLoadContext, 'secret' | 'olderSecrets'>;
type NoteAt = { name: string; path: string };

const sealedFor = (name: string, sessionHash: string) => ({
  purpose: 'sealed note',
  about: `${name} ${sessionHash}`,
});

/** Browsers take a cookie of this name only from an https address. `__Host-` would be sent to every page. */
const SECURE = '__Secure-';

function cookie(context: NoteContext, { name, path }: NoteAt, value: string, seconds: number) {
  const rest = `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax`;
  return context.origin.startsWith('https:') ? `${SECURE}${rest}; Secure` : rest;
}

/** The `Set-Cookie` that carries the note. */
export function sealNote(
  context: NoteContext,
  at: NoteAt,
  note: { sessionHash: string; text: string },
): string {
  const value = sealText(context.secret, sealedFor(at.name, note.sessionHash), note.text);
  return cookie(context, at, value, NOTE_MINUTES * 60);
}

/** The note, or null when there is none, it is another login's, or it was tampered with. */
export function openNote(
  request: Request,
  context: ReadContext,
  { name, sessionHash }: { name: string; sessionHash: string },
): string | null {
  const sealed = cookieValue(request, name, SECURE + name);
  // Shorter than its beginning and its end alone.
  if (sealed === null || Buffer.from(sealed, 'base64url').length <= 28) return null;
  for (const secret of secretsOf(context)) {
    try {
      return openText(secret, sealedFor(name, sessionHash), sealed);
    } catch {
      // Not with this secret.
    }
  }
  return null;
}

export function clearNote(context: NoteContext, at: NoteAt): string {
  return cookie(context, at, '', 0);
}
