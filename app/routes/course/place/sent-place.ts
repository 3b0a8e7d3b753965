const BLOCK = /^\d{1,4}$/;
const TIME = /^\d{1,15}$/;

export type SentPlace = { hash: string; block: number; at: Date };

/** What a browser says about where its reader is; null when it cannot be that. A clock that runs ahead counts as now. */
export function readSentPlace(form: FormData, now: Date): SentPlace | null {
  const [hash, block, at] = ['hash', 'block', 'at'].map((name) => String(form.get(name) ?? ''));
  if (!hash || !BLOCK.test(block!) || !TIME.test(at!)) return null;
  return { hash, block: Number(block), at: new Date(Math.min(Number(at), now.getTime())) };
}
