const LETTERS_MAX = 40;
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Control characters, halves of a letter, and marks that turn the direction of what stands beside them. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Cn}\u{FFFD}]|(?![\u{200C}\u{200D}])\p{Cf}/u;

export type PasskeyLabelRefusal = 'empty' | 'unprintable' | 'too-long';

/** Why this cannot be the name of a passkey, or null. */
export function passkeyLabelRefusal(label: string): PasskeyLabelRefusal | null {
  if (label.trim() === '') return 'empty';
  if (UNPRINTABLE.test(label)) return 'unprintable';
  return [...graphemes.segment(label)].length > LETTERS_MAX ? 'too-long' : null;
}
