/**
 * Signs of Unicode for a word with its reading: anchor, word, separator, reading, terminator. A reading that is
 * left empty hangs on the number before it. An anchor and a terminator alone stand round what was put into a message.
 */
const ANCHOR = '\uFFF9';
const SEPARATOR = '\uFFFA';
const TERMINATOR = '\uFFFB';

export const READ_WORD = /\uFFF9([^\uFFF9-\uFFFB]*)\uFFFA([^\uFFF9-\uFFFB]*)\uFFFB/g;

export function readWord(word: string, reading: string): string {
  return ANCHOR + word + SEPARATOR + reading + TERMINATOR;
}

export function putIn(words: string): string {
  return ANCHOR + words + TERMINATOR;
}

/** What was put in, and what stands between. */
export function apart(text: string): string[] {
  return text.split(/[\uFFF9\uFFFB]/);
}

export function hasReadings(text: string): boolean {
  return text.includes(ANCHOR);
}

/** The words alone. */
export function withoutReadings(text: string): string {
  return hasReadings(text) ? apart(text.replace(READ_WORD, '$1')).join('') : text;
}
