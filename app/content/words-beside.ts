import { readWord } from '../lib/reading-signs';
import { alignReading, hasKanji, type Annotate } from './furigana';
import { markFurigana, stripFurigana } from './furigana-marks';
import type { Library } from './library';
import type { Inline } from './tree';

/** Words that pages show beside the text of a lesson: titles, help lines, what is asked. As they were written. */
export function wordsBeside(library: Library): string[] {
  const { programmes, questionnaires, directory, nextSteps, courses } = library;
  const texts = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === 'string') {
      if (hasKanji(value)) texts.add(value);
    } else if (value && typeof value === 'object') Object.values(value).forEach(add);
  };
  add([programmes, questionnaires, directory, nextSteps]);
  for (const { title, summary, editions, lessons } of courses) {
    add([title, summary, editions]);
    for (const { meta, editions } of lessons)
      add([meta.title, meta.sources, editions.easy?.meta.title]);
  }
  return [...texts].sort();
}

/** The words, and the same with their readings in signs. */
export function readBeside(texts: readonly string[], annotate: Annotate): [string, string][] {
  return texts.map((text) => [stripFurigana(text), signed(annotate(markFurigana(text)).nodes)]);
}

type Place = { name: string; kana: string };

/** Names of places with their readings. One that is read in two ways is left out. */
export function readPlaces(places: readonly Place[]): [string, string][] {
  const kanaOf = new Map<string, Set<string>>();
  for (const { name, kana } of places)
    kanaOf.set(name, (kanaOf.get(name) ?? new Set<string>()).add(kana));
  return [...kanaOf].flatMap(([name, [kana = '', ...others]]) =>
    others.length > 0 ? [] : [[name, signed(alignReading(name, kana))]],
  );
}

export function signed(nodes: Inline): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const [, , base, reading] = node;
      return readWord(String(base), String(reading));
    })
    .join('');
}
