const NAME_MAX_LETTERS = 60;
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Control and format characters (but the joiners some scripts need), halves of a letter, the sign for a letter that was lost on the way, and what is not assigned. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Cn}\u{FFFD}]|(?![\u{200C}\u{200D}])\p{Cf}/u;
/** Letters of one machine's own (外字): another machine shows something else. */
const OWN_LETTERS = /\p{Co}/u;
const PICTURES = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]/u;

export type NameRefusal = 'too-long' | 'unprintable' | 'own-letters' | 'picture';

/** Why a name cannot be printed as it stands, or null. Every script, variation selectors included, is welcome. */
export function nameRefusal(name: string): NameRefusal | null {
  if (UNPRINTABLE.test(name)) return 'unprintable';
  if (OWN_LETTERS.test(name)) return 'own-letters';
  if (PICTURES.test(name)) return 'picture';
  return [...graphemes.segment(name)].length > NAME_MAX_LETTERS ? 'too-long' : null;
}
