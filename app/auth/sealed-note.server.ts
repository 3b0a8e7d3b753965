import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { secretsOf } from './key-id.server';

// What is shown once, between the form that made it and the page that shows it. It travels in a
// cookie of its own that only this server can open and only the same login can use.

const NOTE_MINUTES = 30;

type NoteContext = Pick<AppLoadContext, 'secret' | 'origin'>;
type ReadContext = Pick<AppLoadContext, 'secret' | 'olderSecrets'>;
type NoteAt = { name: string; path: string };

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'sealed note', 32));
}

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
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(context.secret), iv);
  cipher.setAAD(Buffer.from(`${at.name} ${note.sessionHash}`));
  const sealed = [iv, cipher.update(note.text, 'utf8'), cipher.final(), cipher.getAuthTag()];
  const value = Buffer.concat(sealed).toString('base64url');
  return cookie(context, at, value, NOTE_MINUTES * 60);
}

/** The note, or null when there is none, it is another login's, or it was tampered with. */
export function openNote(
  request: Request,
  context: ReadContext,
  { name, sessionHash }: { name: string; sessionHash: string },
): string | null {
  const value = (request.headers.get('Cookie') ?? '')
    .split(/; */)
    .map((one) => (one.startsWith(SECURE) ? one.slice(SECURE.length) : one))
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  const bytes = Buffer.from(value ?? '', 'base64url');
  if (bytes.length <= 28) return null;
  for (const secret of secretsOf(context)) {
    const text = openWith(secret, bytes, `${name} ${sessionHash}`);
    if (text !== null) return text;
  }
  return null;
}

function openWith(secret: string, bytes: Buffer, about: string): string | null {
  try {
    const open = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12));
    open.setAAD(Buffer.from(about));
    open.setAuthTag(bytes.subarray(-16));
    return open.update(bytes.subarray(12, -16), undefined, 'utf8') + open.final('utf8');
  } catch {
    return null;
  }
}

export function clearNote(context: NoteContext, at: NoteAt): string {
  return cookie(context, at, '', 0);
}
