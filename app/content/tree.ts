/** Compiled text as plain data: a string, or `[tag, props | 0, ...children]`. A reading stands as `['ruby', 0, base, reading]`; one that the author gave has `{ own: '1' }`. */
export type TreeNode = string | TreeElement;
export type TreeElement = [tag: string, props: TreeProps | 0, ...children: TreeNode[]];
export type TreeProps = { [name: string]: string | TreeNode[] };

/** Text of one line or a few, without blocks: strings, readings and line breaks. */
export type Inline = TreeNode[];

/** The words alone, without readings. */
export function plainText(nodes: readonly TreeNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const [tag, , ...children] = node;
      if (tag === 'ruby') return plainText(children.slice(0, 1));
      if (tag === 'br') return '\n';
      return plainText(children);
    })
    .join('');
}

/** A property that holds plain text. */
export function textOf(props: TreeProps | 0, name: string): string {
  const value = props === 0 ? undefined : props[name];
  return typeof value === 'string' ? value : '';
}

/** A property that holds words with their readings. */
export function inlineOf(props: TreeProps | 0, name: string): Inline {
  const value = props === 0 ? undefined : props[name];
  return Array.isArray(value) ? value : [];
}
