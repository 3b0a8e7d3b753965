import { readAge } from '~/lib/read-age';

const BLOCK = /^\d{1,4}$/;

export type SentPlace = {
  hash: string;
  /** Null where the lesson was opened, on a device without network, and nothing was read of it yet. */
  block: number | null;
  at: Date;
};

/** What a browser says about where its reader is; null when it cannot be that. */
export function readSentPlace(form: FormData, now: Date): SentPlace | null {
  const [hash, block] = ['hash', 'block'].map((name) => String(form.get(name) ?? ''));
  const at = readAge(form, 'at', now);
  if (!hash || !at || (block && !BLOCK.test(block))) return null;
  return { hash, block: block ? Number(block) : null, at };
}
