import { putIn, readWord } from '../lib/reading-signs';
import { createAnnotate, isReadByNumber, type Tokenize } from './furigana';
import { plainText, type TreeNode } from './tree';

/** Stands where something is put in, mostly a number. In full width it is in no message. */
const SOMETHING = '５５';
const PLACE = /\{\w+\}/g;
/** A message that brings its readings along, ｜漢字《かんじ》 or [漢字|かんじ], is drawn with them by its screen. */
const READ_ALREADY = /《|\[[^\]|]+\|/;

export type ReadMessage = (message: string) => { text: string; unread: string[] };

/** Gives a message of the screens its readings, in signs. What is put into it later is told apart. */
export function createReadMessage(
  tokenize: Tokenize,
  readings: Record<string, string>,
): ReadMessage {
  const annotate = createAnnotate(tokenize, readings);
  return (message) => {
    if (READ_ALREADY.test(message)) return { text: message, unread: [] };
    const places = message.match(PLACE) ?? [];
    const { nodes, unread } = annotate(message.replace(PLACE, SOMETHING));
    const text = nodes.map((node, i) => signed(node, nodes[i - 1])).join('');
    const parts = text.split(SOMETHING);
    if (parts.length !== places.length + 1) throw new Error(`A place is lost in: ${message}`);
    return {
      text: parts.map((part, i) => part + (places[i] ? putIn(places[i]) : '')).join(''),
      unread,
    };
  };
}

function signed(node: TreeNode, before: TreeNode | undefined): string {
  if (typeof node === 'string') return node;
  const [, , base, reading] = node;
  const word = plainText([base ?? '']);
  const isCounted = typeof before === 'string' && before.endsWith(SOMETHING);
  return readWord(word, isCounted && isReadByNumber(word) ? '' : plainText([reading ?? '']));
}
