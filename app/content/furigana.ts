import { takeFurigana, type Authored } from './furigana-marks';
import type { Inline, TreeNode } from './tree';

export type Token = { surface: string; reading: string | undefined };
export type Tokenize = (text: string) => Token[];

export type Annotated = { nodes: Inline; unread: string[] };
export type Annotate = (marked: string) => Annotated;

const KANJI = /\p{Script=Han}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

export function hasKanji(text: string): boolean {
  return KANJI.test(text);
}

function toHiragana(text: string): string {
  return text.replace(/[\u30A1-\u30F6]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));
}

/** Puts a reading over the kanji alone: 食べる（たべる） becomes 食（た）べる. */
export function alignReading(base: string, reading: string): TreeNode[] {
  const runs =
    base.match(
      /[\p{Script=Hiragana}\p{Script=Katakana}ー]+|[^\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu,
    ) ?? [];
  // ヶ between kanji (一ヶ月) belongs to the kanji around it.
  const joined: string[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && (/^[ヶヵ]$/.test(run) || /[ヶヵ]$/.test(last)))
      joined[joined.length - 1] = last + run;
    else joined.push(run);
  }
  const isKana = (run: string) => KANA.test(run[0] ?? '') && !hasKanji(run);
  const kana = toHiragana(reading);
  const pattern = joined.map((run) => (isKana(run) ? toHiragana(run) : '(.+?)')).join('');
  const found = new RegExp(`^${pattern}$`, 'u').exec(kana);
  if (!found) return [['ruby', 0, base, kana]];
  let group = 0;
  return joined.map((run) => (isKana(run) ? run : ['ruby', 0, run, found[++group] ?? '']));
}

const DAYS: Record<number, string> = {
  2: 'ふつか', 3: 'みっか', 4: 'よっか', 5: 'いつか', 6: 'むいか', 7: 'なのか', 8: 'ようか', 9: 'ここのか', 10: 'とおか',
  14: 'じゅうよっか', 20: 'はつか', 24: 'にじゅうよっか',
}; // prettier-ignore
const KANJI_DIGITS = '〇一二三四五六七八九十';

/** Which sound a counter takes after a number, by its last figure. */
const COUNTERS: Record<string, (n: number) => string> = {
  分: (n) => ([1, 3, 4, 6, 8, 0].includes(n % 10) ? 'ぷん' : 'ふん'),
  本: (n) => (n % 10 === 3 ? 'ぼん' : [1, 6, 8, 0].includes(n % 10) ? 'ぽん' : 'ほん'),
  杯: (n) => (n % 10 === 3 ? 'ばい' : [1, 6, 8, 0].includes(n % 10) ? 'ぱい' : 'はい'),
  匹: (n) => (n % 10 === 3 ? 'びき' : [1, 6, 8, 0].includes(n % 10) ? 'ぴき' : 'ひき'),
  階: (n) => (n % 10 === 3 ? 'がい' : 'かい'),
  軒: (n) => (n % 10 === 3 ? 'げん' : 'けん'),
  人: () => 'にん',
  日: () => 'にち',
  月: () => 'がつ',
  年: () => 'ねん',
  時: () => 'じ',
  歳: () => 'さい',
  円: () => 'えん',
  回: () => 'かい',
  度: () => 'ど',
  件: () => 'けん',
  行: () => 'ぎょう',
  課: () => 'か',
  名: () => 'めい',
  番: () => 'ばん',
  割: () => 'わり',
  冊: () => 'さつ',
  通: () => 'つう',
  個: () => 'こ',
  秒: () => 'びょう',
};

type Span = { start: number; end: number; nodes: TreeNode[] };

function numberOf(text: string): number | null {
  const figures = text.normalize('NFKC');
  if (/^\d{1,9}$/.test(figures)) return Number(figures);
  const kanji = KANJI_DIGITS.indexOf(text);
  return text.length === 1 && kanji > 0 ? kanji : null;
}

/** Numbers with their counters, which a dictionary of single words reads wrongly. */
function countedSpans(text: string): Span[] {
  const spans: Span[] = [];
  const pattern =
    /(?<![0-9０-９一二三四五六七八九十百千万数何.．,，])([0-9０-９]+|[一二三四五六七八九十])([人日月年時分本杯匹階軒歳円回度件行課名番割冊通個秒])/gu;
  for (const match of text.matchAll(pattern)) {
    const [, figures = '', counter = ''] = match;
    const value = numberOf(figures);
    if (value === null) continue;
    const start = match.index;
    const end = start + figures.length + counter.length;
    const next = text[end] ?? '';
    const isKanji = hasKanji(figures);
    const whole = (reading: string) =>
      spans.push({ start, end, nodes: [['ruby', 0, text.slice(start, end), reading]] });
    if (counter === '人' && value <= 2 && !/[前目称]/.test(next))
      whole(value === 1 ? 'ひとり' : 'ふたり');
    else if (counter === '日' && value === 1 && !isKanji && /月$/.test(text.slice(0, start)))
      whole('ついたち');
    else if (counter === '日' && value in DAYS && !/[本曜常程課]/.test(next))
      whole(DAYS[value] ?? '');
    else if (counter === '歳' && value === 20) whole('はたち');
    else if (
      !isKanji &&
      !(counter === '本' && /[人当日]/.test(next)) &&
      !(counter === '人' && /[間々気]/.test(next))
    ) {
      const reading = counter === '時' && next === '間' ? 'じ' : (COUNTERS[counter]?.(value) ?? '');
      spans.push({ start: end - counter.length, end, nodes: [['ruby', 0, counter, reading]] });
    }
  }
  return spans;
}

/** Words of the reading list. A word counts where it begins and ends with the dictionary's words, or stands free of other kanji. */
function listedSpans(text: string, edges: Set<number>, words: [string, string][]): Span[] {
  const spans: Span[] = [];
  for (const [word, reading] of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const end = at + word.length;
      const onEdges = edges.has(at) && edges.has(end);
      const free =
        word.length > 1 &&
        !(hasKanji(text[at - 1] ?? '') && hasKanji(word[0] ?? '')) &&
        !(hasKanji(text[end] ?? '') && hasKanji(word.at(-1) ?? ''));
      if (onEdges || free) spans.push({ start: at, end, nodes: alignReading(word, reading) });
    }
  }
  return spans;
}

function tokenSpans(text: string, offset: number, tokens: Token[], unread: string[]): Span[] {
  const spans: Span[] = [];
  let at = offset;
  for (const { surface, reading } of tokens) {
    const start = at;
    at += surface.length;
    if (!hasKanji(surface)) continue;
    if (!reading || !KANA.test(reading)) {
      unread.push(surface);
      continue;
    }
    const isWhat = surface === '何' && /^[とでのだ]/.test(text.slice(at));
    spans.push({ start, end: at, nodes: alignReading(surface, isWhat ? 'なん' : reading) });
  }
  return spans;
}

/** Chooses, in order of right: the author's readings, the reading list, counted numbers, the dictionary. */
export function createAnnotate(tokenize: Tokenize, readings: Record<string, string>): Annotate {
  const words = Object.entries(readings).sort(([a], [b]) => b.length - a.length);

  return (marked) => {
    const { text, authored } = takeFurigana(marked);
    const unread: string[] = [];
    if (!hasKanji(text) && authored.length === 0)
      return { nodes: text === '' ? [] : [text], unread };

    const tokens = tokenize(text);
    const edges = new Set([0]);
    let sum = 0;
    for (const token of tokens) edges.add((sum += token.surface.length));

    const chosen: Span[] = authored.map(({ start, end, reading }: Authored) => ({
      start,
      end,
      nodes: alignReading(text.slice(start, end), reading),
    }));
    const isFree = (span: Span) =>
      chosen.every((other) => span.end <= other.start || span.start >= other.end);
    for (const span of listedSpans(text, edges, words)) if (isFree(span)) chosen.push(span);
    for (const span of countedSpans(text)) if (isFree(span)) chosen.push(span);

    // A dictionary word that reaches into a chosen stretch is read again by what is left of it.
    const fixed = [...chosen];
    const startsAt: number[] = [];
    tokens.reduce((at, token) => (startsAt.push(at), at + token.surface.length), 0);
    tokens.forEach((token, i) => {
      const start = startsAt[i] ?? 0;
      const end = start + token.surface.length;
      const crossing = fixed.filter((span) => span.start < end && span.end > start);
      if (crossing.length === 0) {
        chosen.push(...tokenSpans(text, start, [token], unread));
        return;
      }
      let from = start;
      for (const span of [
        ...crossing.sort((a, b) => a.start - b.start),
        { start: end, end, nodes: [] },
      ]) {
        const rest = text.slice(from, Math.max(from, Math.min(span.start, end)));
        if (hasKanji(rest)) chosen.push(...tokenSpans(text, from, tokenize(rest), unread));
        from = Math.max(from, span.end);
      }
    });

    chosen.sort((a, b) => a.start - b.start);
    const nodes: TreeNode[] = [];
    const push = (node: TreeNode) => {
      const last = nodes.at(-1);
      if (typeof node === 'string' && typeof last === 'string')
        nodes[nodes.length - 1] = last + node;
      else if (node !== '') nodes.push(node);
    };
    let at = 0;
    for (const span of chosen) {
      push(text.slice(at, span.start));
      span.nodes.forEach(push);
      at = span.end;
    }
    push(text.slice(at));
    return { nodes, unread };
  };
}
