import type { AppLoadContext } from '@remix-run/node';
import { openNote, sealNote } from './sealed-note.server';

// What somebody looks at names for, as she said before the first look. It travels in a cookie that only
// this server can open and only the same login can use, and is asked for anew after half an hour.

const PURPOSE_MINUTES = 30;
const NOTE = { name: 'purpose', path: '/office' };

export type Purpose = {
  /** Whose names: of another area it is asked for anew. */
  areaCode: string;
  words: string;
};

type SaidPurpose = Purpose & { saidAt: number };

/** The `Set-Cookie` that keeps it. */
export function keepPurpose(
  context: Pick<AppLoadContext, 'secret' | 'origin'>,
  { sessionHash, at, ...purpose }: Purpose & { sessionHash: string; at: Date },
): string {
  const said: SaidPurpose = { ...purpose, saidAt: at.getTime() };
  return sealNote(context, NOTE, { sessionHash, text: JSON.stringify(said) });
}

/** What she said, or null when she has to be asked. */
export function findPurpose(
  request: Request,
  context: Pick<AppLoadContext, 'secret' | 'olderSecrets'>,
  { sessionHash, areaCode, at }: { sessionHash: string; areaCode: string; at: Date },
): string | null {
  const text = openNote(request, context, { name: NOTE.name, sessionHash });
  if (text === null) return null;
  const said = JSON.parse(text) as SaidPurpose;
  const minutes = (at.getTime() - said.saidAt) / 60_000;
  const holds = said.areaCode === areaCode && minutes >= 0 && minutes <= PURPOSE_MINUTES;
  return holds ? said.words : null;
}
