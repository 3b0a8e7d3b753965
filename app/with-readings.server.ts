import { readCounter, readFigures } from './content/furigana';
import { plainText, type TreeNode } from './content/tree';
import { apart, hasReadings, READ_WORD, withoutReadings } from './lib/reading-signs';

/** Words that come from elsewhere than the messages, with their readings in signs. */
export type KnownReadings = ReadonlyMap<string, string>;

/** Between two texts that React writes side by side. */
const SEAM = '<!-- -->';
/** What holds words alone, as a browser draws no ruby in it. A word that stands in a ruby is read there. */
const BARE = /^<(title|option|textarea|script|style|svg|ruby)\b/;
const SIGNS: [string, string][] = [['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ["'", '&#x27;']]; // prettier-ignore
/** Between names and words that a screen lists. */
const JOINTS = /([、・：（）「」\s])/;
const NUMBER_AT_END = /([\d,]+)([\uFFF9\uFFFB]*)$/;
const NUMBER_LENGTH = 20;
const KANJI = /\p{Script=Han}/u;

/**
 * Draws the readings in a document as `<ruby>`, and leaves the bare words in tags and wherever no ruby can stand.
 * Signs come from the messages of the edition; what is put into these and the rest of the text is read where it is
 * known, or is only figures. What somebody typed is neither, and stays.
 */
export function withReadings(html: string, known: KnownReadings = new Map()): string {
  const parts: string[] = [];
  let text = '';
  for (let at = 0, tag = 0; tag >= 0;) {
    tag = html.indexOf('<', at);
    text += drawn(html.slice(at, tag < 0 ? undefined : tag), known);
    at = tag + SEAM.length;
    if (tag >= 0 && html.startsWith(SEAM, tag)) continue;
    parts.push(asOne(text));
    text = '';
    if (tag < 0) break;
    const name = BARE.exec(html.slice(tag, tag + 12))?.[1];
    const close = name ? html.indexOf(`</${name}`, tag) : -1;
    at = html.indexOf('>', Math.max(tag, close)) + 1 || html.length;
    parts.push(withoutReadings(html.slice(tag, at)));
  }
  return parts.join('');
}

/** A text stays one piece where its pieces would be laid out one by one, as in a button. */
function asOne(text: string): string {
  return text.includes('<ruby>') ? `<span>${text}</span>` : text;
}

function drawn(text: string, known: KnownReadings): string {
  if (!hasReadings(text)) return KANJI.test(text) ? drawnRest(text, known) : text;
  let drawnText = '';
  let at = 0;
  for (const { 0: whole, 1: word = '', 2: reading = '', index } of text.matchAll(READ_WORD)) {
    const before = text.slice(at, index);
    at = index + whole.length;
    if (reading) {
      drawnText += drawnRest(before, known) + ruby(word, reading);
    } else {
      const [number = '', end = ''] =
        NUMBER_AT_END.exec(before.slice(-NUMBER_LENGTH))?.slice(1) ?? [];
      const next = withoutReadings(text.slice(at)).charAt(0);
      const rest = before.slice(0, before.length - number.length - end.length);
      drawnText += drawnRest(rest, known) + counted(number, word, next);
    }
  }
  return drawnText + drawnRest(text.slice(at), known);
}

function drawnRest(text: string, known: KnownReadings): string {
  return apart(text)
    .map(
      (part) =>
        drawnKnown(part, known) ??
        part
          .split(JOINTS)
          .map((word) => drawnKnown(word, known) ?? word)
          .join(''),
    )
    .join('');
}

/** Words that are known as a whole, or figures alone; null for others. */
function drawnKnown(text: string, known: KnownReadings): string | null {
  if (!KANJI.test(text)) return text;
  const words = text.trim();
  const read = known.get(inHtml(words, true));
  if (read !== undefined) return text.replace(words, () => drawn(inHtml(read), new Map()));
  return readFigures(text)?.map(drawnNode).join('') ?? null;
}

/** A counter is said by its number, and 1人 is one word. */
function counted(number: string, counter: string, next: string): string {
  const nodes = readCounter(number.replaceAll(',', ''), counter, next);
  return (nodes.length > 1 ? [number, ...nodes.slice(1)] : nodes).map(drawnNode).join('');
}

function drawnNode(node: TreeNode): string {
  if (typeof node === 'string') return node;
  const [, , base, reading] = node;
  return ruby(plainText([base ?? '']), plainText([reading ?? '']));
}

function ruby(word: string, reading: string): string {
  return `<ruby>${word}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby>`;
}

/** Text as React writes it; or what it was. */
function inHtml(text: string, back = false): string {
  return SIGNS.reduce(
    (t, [sign, code]) => (back ? t.replaceAll(code, sign) : t.replaceAll(sign, code)),
    text,
  );
}
