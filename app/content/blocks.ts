import { plainText, type TreeElement, type TreeNode } from './tree';

/** A piece of a lesson that can be pointed at: a paragraph, a heading, an item, a row. */
export type Block = {
  /** Its place in the lesson; `b-3` is its anchor. */
  index: number;
  isHeading: boolean;
  /** Its words, with who speaks where somebody does. */
  text: string;
};

const BLOCKS = new Set(['h2', 'h3', 'p', 'li', 'tr', 'pre']);
const HEADINGS = new Set(['h2', 'h3']);

export const blockAnchor = (index: number) => `b-${index}`;

/** What holds blocks is none itself, so that each word is in one block. */
function isBlock(node: TreeElement): boolean {
  const [tag, , ...children] = node;
  return BLOCKS.has(tag) && !children.some(holdsBlock);
}

function holdsBlock(node: TreeNode): boolean {
  if (typeof node === 'string') return false;
  const [tag, , ...children] = node;
  return BLOCKS.has(tag) || children.some(holdsBlock);
}

/** The lesson with an `id` on each block. */
export function withBlockIds(nodes: readonly TreeNode[]): TreeNode[] {
  let index = 0;
  const marked = (node: TreeNode): TreeNode => {
    if (typeof node === 'string') return node;
    const [tag, props, ...children] = node;
    if (!isBlock(node)) return [tag, props, ...children.map(marked)];
    const id = blockAnchor(index);
    index += 1;
    return [tag, { ...(props === 0 ? {} : props), id }, ...children];
  };
  return nodes.map(marked);
}

/** The blocks of a lesson, in the order of `withBlockIds`. */
export function listBlocks(nodes: readonly TreeNode[]): Block[] {
  const blocks: Block[] = [];
  const visit = (node: TreeNode, who: string) => {
    if (typeof node === 'string') return;
    const [tag, props, ...children] = node;
    if (!isBlock(node)) {
      const speaker = props !== 0 && tag === 'Line' ? plainText(inlineOf(props['who'])) : '';
      children.forEach((child, i) => visit(child, i === 0 ? speaker : ''));
      return;
    }
    const cells = tag === 'tr' ? children.map((cell) => plainText([cell])) : null;
    const words = cells ? cells.join('　') : plainText(children);
    blocks.push({
      index: blocks.length,
      isHeading: HEADINGS.has(tag),
      text: who ? `${who}：${words}` : words,
    });
  };
  for (const node of nodes) visit(node, '');
  return blocks;
}

/** What is said outside blocks: the title of a talk, the parts of a conversation to practise. */
export function listAsides(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string' || isBlock(node)) return [];
    const [tag, props, ...children] = node;
    const said = props === 0 || tag === 'Line' ? [] : Object.values(props);
    return [
      ...said.flatMap((value) => (Array.isArray(value) ? [plainText(value)] : [])),
      ...listAsides(children),
    ];
  });
}

const inlineOf = (value: string | TreeNode[] | undefined) => (Array.isArray(value) ? value : []);

/**
 * The block to go on at. In the text she read it is that block; in another text the heading she was
 * under, when it is still there, and otherwise nothing: nobody is sent to a place she does not know.
 */
export function findPlace(
  index: number,
  { read, now }: { read: readonly TreeNode[]; now: readonly TreeNode[] },
): Block | null {
  const known = listBlocks(read);
  const blocks = listBlocks(now);
  if (read === now) return blocks[index] ?? null;
  const above = known.slice(0, index + 1).filter(({ isHeading }) => isHeading);
  for (const { text } of above.reverse()) {
    const same = blocks.find((block) => block.isHeading && block.text === text);
    if (same) return same;
  }
  return null;
}
