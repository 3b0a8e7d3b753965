import iconv from 'iconv-lite';
import { csvChunks } from './csv.server';
import { paced, streamOf } from './paced.server';
import type { Rows } from './table';

/** Letters that CP932 has under another code: what Windows itself writes for them. */
const SAME_LETTER: Record<string, string> = {
  '\u301C': '\uFF5E',
  '\u2014': '\u2015',
  '\u2212': '\uFF0D',
  '\u2016': '\u2225',
  '\u00A2': '\uFFE0',
  '\u00A3': '\uFFE1',
  '\u00AC': '\uFFE2',
  '\u00A5': '\uFFE5',
  '\u00A6': '\uFFE4',
  '\u203E': '\uFFE3',
  '\u00A0': ' ',
};
const SAME_LETTERS = new RegExp(`[${Object.keys(SAME_LETTER).join('')}]`, 'g');
const VARIATION_SELECTOR = /^[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]$/u;
/** 〓, printed in Japan since lead type where a letter is lacking. */
const STAND_IN = '〓';

export type LostLetter = {
  /** The letter as it is seen: a variation selector comes with the letter it varies. */
  letter: string;
  /** "U+20BB7" */
  codePoint: string;
  count: number;
  /** Where it first stands, as a spreadsheet names cells: "B12". */
  firstCell: string;
};

const known = new Map<string, boolean>();

function isWritable(letter: string): boolean {
  let writable = known.get(letter);
  if (writable === undefined) {
    writable = iconv.decode(iconv.encode(letter, 'cp932'), 'cp932') === letter;
    known.set(letter, writable);
  }
  return writable;
}

function mapped(text: string): string {
  return text.replace(SAME_LETTERS, (letter) => SAME_LETTER[letter]!);
}

/** Every letter that CP932 cannot write, each once, in the order of their first places. */
export async function findLostLetters(rows: Rows): Promise<LostLetter[]> {
  const lost = new Map<string, LostLetter>();
  let rowNumber = 0;
  for await (const row of paced(rows)) {
    rowNumber += 1;
    for (const [column, cell] of row.entries()) {
      if (typeof cell === 'string') noteLost(cell, `${columnName(column)}${rowNumber}`, lost);
    }
  }
  return [...lost.values()];
}

function noteLost(cell: string, firstCell: string, lost: Map<string, LostLetter>) {
  let before = '';
  for (const character of mapped(cell)) {
    if (!isWritable(character)) {
      const letter = VARIATION_SELECTOR.test(character) ? before + character : character;
      const entry = lost.get(letter) ?? {
        letter,
        codePoint: codePoint(character),
        count: 0,
        firstCell,
      };
      entry.count += 1;
      lost.set(letter, entry);
    }
    before = character;
  }
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** CP932 bytes: a lost letter becomes 〓, a lost variation its base form. */
export function encodeCp932(text: string): Uint8Array {
  const letters = Array.from(mapped(text), (character) => {
    if (isWritable(character)) return character;
    return VARIATION_SELECTOR.test(character) ? '' : STAND_IN;
  });
  return iconv.encode(letters.join(''), 'cp932');
}

/** CSV for programs that read only the older Japanese encoding of Windows. Show `findLostLetters` first. */
export function cp932Stream(rows: Rows): ReadableStream<Uint8Array> {
  return streamOf(encode(rows));
}

async function* encode(rows: Rows): AsyncGenerator<Uint8Array> {
  for await (const chunk of csvChunks(rows)) yield encodeCp932(chunk);
}
