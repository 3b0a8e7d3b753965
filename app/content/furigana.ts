import { COMMON_READINGS } from './common-readings';
import { takeFurigana, type Authored } from './furigana-marks';
import type { Inline, TreeNode } from './tree';

export type Token = { surface: string; reading: string | undefined };
export type Tokenize = (text: string) => Token[];

export type Annotated = { nodes: Inline; unread: string[] };
export type Annotate = (marked: string) => Annotated;

const KANJI = /\p{Script=Han}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
/** What is said as it stands, and what a reading has to stand over. */
const RUNS = /[\p{Script=Hiragana}\p{Script=Katakana}ー・ ]+|[^\p{Script=Hiragana}\p{Script=Katakana}ー・ ]+/gu;

export function hasKanji(text: string): boolean {
  return KANJI.test(text);
}

function toHiragana(text: string): string {
  return text.replace(/[\u30A1-\u30F6]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));
}

/** Puts a reading over the kanji alone: 食べる（たべる） becomes 食（た）べる. */
export function alignReading(base: string, reading: string): TreeNode[] {
  const runs = base.match(RUNS) ?? [];
  // ヶ between kanji (一ヶ月) belongs to the kanji around it.
  const joined: string[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && (/^[ヶヵ]$/.test(run) || /[ヶヵ]$/.test(last)))
      joined[joined.length - 1] = last + run;
    else joined.push(run);
  }
  const isKana = (run: string) => /^[・ ]/.test(run) || (KANA.test(run[0] ?? '') && !hasKanji(run));
  const kana = toHiragana(reading);
  const pattern = joined.map((run) => (isKana(run) ? toHiragana(run) : '(.+?)')).join('');
  const found = new RegExp(`^${pattern}$`, 'u').exec(kana);
  if (!found) return [['ruby', 0, base, kana]];
  let group = 0;
  return joined.map((run) => (isKana(run) ? run : ['ruby', 0, run, found[++group] ?? '']));
}

/** Marks a reading that a person gave, so that it holds also where no reading is shown: read aloud, a name is hers. */
const own = (node: TreeNode): TreeNode => {
  if (typeof node === 'string') return node;
  const [tag, , ...children] = node;
  return [tag, { own: '1' }, ...children];
};

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

/** Kanji figures that are said short or hard before a counter: 一回 いっかい, 三本 さんぼん, 四人 よにん. */
const KANJI_FIGURES = [
  '',
  'いち',
  'に',
  'さん',
  'よん',
  'ご',
  'ろく',
  'なな',
  'はち',
  'きゅう',
  'じゅう',
];
const HARD_FIGURES: Record<number, string> = { 1: 'いっ', 6: 'ろっ', 8: 'はっ', 10: 'じゅっ' };
const SHORT_FIGURES: Record<string, string> = {
  四人: 'よ', 四年: 'よ', 四時: 'よ', 四円: 'よ', 四月: 'し', 七月: 'しち', 七時: 'しち', 九月: 'く', 九時: 'く',
}; // prettier-ignore

/** The reading of one kanji figure before a counter, or null where the dictionary says it right. */
function kanjiFigure(figure: string, value: number, counter: string, next: string): string | null {
  const short = SHORT_FIGURES[figure + counter];
  if (short) return short;
  const isOwnWord = (value === 10 && counter === '分') || next === 'り';
  if (isOwnWord || !'回階軒件個課冊歳通本杯匹分'.includes(counter)) return null;
  const isSoft = value === 6 && '冊歳通'.includes(counter);
  return (isSoft ? undefined : HARD_FIGURES[value]) ?? KANJI_FIGURES[value] ?? null;
}

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
    // 24時間, 3日間, 2回目: the sign behind a counter belongs to it.
    const tail: TreeNode[] =
      next === '間' ? [['ruby', 0, next, 'かん']] : next === '目' ? [['ruby', 0, next, 'め']] : [];
    const add = (from: number, ...nodes: TreeNode[]) =>
      spans.push({ start: from, end: end + tail.length, nodes: [...nodes, ...tail] });
    const whole = (reading: string) => add(start, ['ruby', 0, text.slice(start, end), reading]);
    const counted: TreeNode = ['ruby', 0, counter, COUNTERS[counter]?.(value) ?? ''];

    if (counter === '人' && value <= 2 && !/[前目称間]/.test(next)) {
      whole(value === 1 ? 'ひとり' : 'ふたり');
    } else if (counter === '日' && value === 1 && !isKanji && text[start - 1] === '月') {
      whole('ついたち');
    } else if (counter === '日' && value in DAYS && !/[本曜常程課]/.test(next)) {
      whole(DAYS[value] ?? '');
    } else if (counter === '歳' && value === 20) {
      whole('はたち');
    } else if (isKanji) {
      const figure = kanjiFigure(figures, value, counter, next);
      if (figure !== null) add(start, ['ruby', 0, figures, figure], counted);
    } else if (
      !(counter === '本' && /[人当日]/.test(next)) &&
      !(counter === '人' && /[々気]/.test(next))
    ) {
      add(end - counter.length, counted);
    }
  }
  return spans;
}

/** What is said otherwise after another number. */
export function isReadByNumber(counter: string): boolean {
  return '人日分本杯匹階軒'.includes(counter);
}

/** A number and its counter as two nodes, or as one word; without a number the counter alone. */
export function readCounter(figures: string, counter: string, next: string): TreeNode[] {
  const [span] = countedSpans((figures || '55') + counter + next);
  const [word] = span?.nodes ?? [];
  if (!span || word === undefined) return [figures + counter];
  return span.start === 0 || !figures ? [word] : [figures, word];
}

/** Figures with their counters, which need no dictionary: 1人, 11月21日. Null where there are other kanji too. */
export function readFigures(text: string): Inline | null {
  const nodes: TreeNode[] = [];
  let at = 0;
  for (const span of countedSpans(text)) {
    nodes.push(text.slice(at, span.start), ...span.nodes);
    at = span.end;
  }
  nodes.push(text.slice(at));
  return nodes.some((node) => typeof node === 'string' && hasKanji(node)) ? null : nodes;
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

/** Words of two readings, told apart by what stands beside them. */
function spokenReading(surface: string, before: string, after: string): string | null {
  if (surface === '何' && /^[とでのだ]/.test(after)) return 'なん';
  if (surface === '日' && after.startsWith('：')) return 'ひ';
  if (surface === '行っ') return before.endsWith('を') ? 'おこなっ' : 'いっ';
  if (surface === '方') {
    const isComparing = /^が(いい|いく|よ|良)/.test(after);
    return isComparing || (before.endsWith('その') && after.startsWith('が')) ? 'ほう' : 'かた';
  }
  return null;
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
    const said = spokenReading(surface, text.slice(0, start), text.slice(at));
    spans.push({
      start,
      end: at,
      nodes: alignReading(surface, said ?? reading),
    });
  }
  return spans;
}

/** Chooses, in order of right: the author's readings, the library's list, counted numbers, everyday words, the dictionary. */
export function createAnnotate(tokenize: Tokenize, readings: Record<string, string>): Annotate {
  const longestFirst = (list: Record<string, string>) =>
    Object.entries(list).sort(([a], [b]) => b.length - a.length);
  const listed = longestFirst(readings);
  const common = longestFirst(COMMON_READINGS);

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
      nodes: alignReading(text.slice(start, end), reading).map(own),
    }));
    const isFree = (span: Span) =>
      chosen.every((other) => span.end <= other.start || span.start >= other.end);
    for (const span of [
      ...listedSpans(text, edges, listed),
      ...countedSpans(text),
      ...listedSpans(text, edges, common),
    ]) {
      if (isFree(span)) chosen.push(span);
    }

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
