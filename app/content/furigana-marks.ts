/**
 * An author's reading {漢字|かんじ} has to be out of sight before MDX reads braces as an expression.
 * Each of its three signs becomes one private-use sign, so every line and column stays where it was.
 * A source that holds private-use signs of its own is refused before this is asked.
 */
const OPEN = '\uE000';
const BAR = '\uE001';
const CLOSE = '\uE002';

const WRITTEN = /\{([\p{L}\p{N}\p{M}・ー]{1,30})\|([\p{sc=Hiragana}\p{sc=Katakana}ー]{1,40})\}/gu;
const MARKED = /\uE000([^\uE000-\uE002]+)\uE001([^\uE000-\uE002]+)\uE002/gu;

export const PRIVATE_USE = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u;

export function markFurigana(source: string): string {
  return source.replace(WRITTEN, `${OPEN}$1${BAR}$2${CLOSE}`);
}

/** Back to what the author typed. */
export function unmarkFurigana(text: string): string {
  return text.replaceAll(OPEN, '{').replaceAll(BAR, '|').replaceAll(CLOSE, '}');
}

/** The text without readings, for marked and unmarked text alike. */
export function stripFurigana(text: string): string {
  return markFurigana(text).replace(MARKED, '$1');
}

export type Authored = { start: number; end: number; reading: string };

/** The bare text, and which stretches of it the author gave a reading. */
export function takeFurigana(marked: string): { text: string; authored: Authored[] } {
  const authored: Authored[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(MARKED)) {
    text += marked.slice(from, match.index);
    const [whole, base = '', reading = ''] = match;
    authored.push({ start: text.length, end: text.length + base.length, reading });
    text += base;
    from = match.index + whole.length;
  }
  return { text: text + marked.slice(from), authored };
}
