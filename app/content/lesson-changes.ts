import { diffArrays } from 'diff';
import { listAsides, listBlocks } from './blocks';
import type { Lesson } from './lesson';
import { plainText } from './tree';

/** A run of words that stayed, went or came. */
export type Piece = { kind: 'same' | 'ins' | 'del'; text: string };

export type TextChange =
  | { kind: 'same'; text: string }
  | { kind: 'added'; text: string }
  | { kind: 'removed'; text: string }
  | { kind: 'changed'; before: Piece[]; after: Piece[] };

/** From here on two paragraphs are one that was rewritten, and not one that went and one that came. */
const ALIKE = 0.4;
const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** The words of a lesson as they are read from top to bottom. */
export function lessonTexts(lesson: Lesson): string[] {
  const { contentNote, sources } = lesson;
  return [
    lesson.plainTitle,
    plainText(lesson.goal),
    ...(contentNote ? [plainText(contentNote.about), plainText(contentNote.skip)] : []),
    ...listBlocks(lesson.body).map(({ text }) => text),
    ...listAsides(lesson.body),
    ...sources.map(({ document, at, year }) => `${document}　${at}（${year}）`),
  ];
}

/** What became of each paragraph, in the order of the new text; what went stands where it was. */
export function compareTexts(before: string[], after: string[]): TextChange[] {
  const changes: TextChange[] = [];
  const runs = diffArrays(before, after);
  for (let i = 0; i < runs.length; i += 1) {
    const { value, added, removed } = runs[i]!;
    if (!added && !removed) {
      changes.push(...value.map((text) => ({ kind: 'same' as const, text })));
      continue;
    }
    const follows = runs[i + 1];
    const isRewritten = follows && Boolean(follows.added) !== Boolean(added) && changesText(follows);
    if (isRewritten) i += 1;
    const other = isRewritten ? follows.value : [];
    changes.push(...(added ? paired(other, value) : paired(value, other)));
  }
  return changes;
}

const changesText = ({ added, removed }: { added?: boolean; removed?: boolean }) =>
  Boolean(added || removed);

/** Finds for each paragraph that went the one that stands for it now, without crossing. */
function paired(before: string[], after: string[]): TextChange[] {
  const changes: TextChange[] = [];
  let next = 0;
  for (const text of before) {
    const at = after.findIndex((other, i) => i >= next && likeness(text, other) >= ALIKE);
    if (at < 0) {
      changes.push({ kind: 'removed', text });
      continue;
    }
    changes.push(...after.slice(next, at).map((came) => ({ kind: 'added' as const, text: came })));
    changes.push({ kind: 'changed', ...compareWords(text, after[at]!) });
    next = at + 1;
  }
  return [...changes, ...after.slice(next).map((text) => ({ kind: 'added' as const, text }))];
}

function likeness(before: string, after: string): number {
  const { after: pieces } = compareWords(before, after);
  const kept = pieces.filter(({ kind }) => kind === 'same').reduce((n, { text }) => n + text.length, 0);
  return (2 * kept) / (before.length + after.length || 1);
}

/** One paragraph as it was and as it is, word by word. */
export function compareWords(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const sides: { before: Piece[]; after: Piece[] } = { before: [], after: [] };
  for (const { value, added, removed } of diffArrays(wordsOf(before), wordsOf(after))) {
    const text = value.join('');
    if (!added) sides.before.push({ kind: removed ? 'del' : 'same', text });
    if (!removed) sides.after.push({ kind: added ? 'ins' : 'same', text });
  }
  return { before: joined(sides.before), after: joined(sides.after) };
}

const wordsOf = (text: string) => [...words.segment(text)].map(({ segment }) => segment);

function joined(pieces: Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else all.push({ ...piece });
  }
  return all;
}
