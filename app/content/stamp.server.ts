import { markOf } from './read-edition.server';
import { normaliseSource } from './yaml-source';

export type Stamped =
  | { state: 'stamped'; text: string; mark: string }
  | { state: 'same' | 'changed' | 'kept-older' | 'unreadable' };

const LINE = /^original:[ \t]*["']?([0-9A-Za-z]*)["']?[ \t]*$/m;

/**
 * Writes into an edition which text it was made from. Of an edition that has its mark already, only
 * whoever has read it again against the original may renew it (`all`).
 */
export function stamp(text: string, originalText: string, { all }: { all: boolean }): Stamped {
  const source = normaliseSource(text);
  const mark = markOf(normaliseSource(originalText));
  const head = source.startsWith('---\n') ? source.slice(0, source.indexOf('\n---', 3)) : source;
  const found = LINE.exec(head);
  if (!found) return { state: 'unreadable' };
  const [line, written = ''] = found;
  if (written === mark) return { state: 'same' };
  if (/^older:[ \t]*true[ \t]*$/m.test(head)) return { state: 'kept-older' };
  if (!all && !/^0+$/.test(written)) return { state: 'changed' };
  return { state: 'stamped', text: source.replace(line, `original: "${mark}"`), mark };
}
