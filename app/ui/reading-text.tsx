import { Fragment } from 'react';
import type { Inline, TreeElement, TreeNode } from '~/content/tree';

/** Words with their readings and line breaks, and nothing else. */
export function ReadingText({ value, furigana }: { value: Inline; furigana: boolean }) {
  return value.map((node, i) => {
    if (typeof node === 'string') return <Fragment key={i}>{node}</Fragment>;
    const [tag, props, base, reading] = node;
    if (tag === 'ruby') return <Ruby key={i} {...{ props, base, reading, furigana }} />;
    return tag === 'br' ? <br key={i} /> : null;
  });
}

type RubyProps = {
  props: TreeElement[1];
  base?: TreeNode;
  reading?: TreeNode;
  furigana: boolean;
};

/** Without furigana no ruby is sent at all. What the author gave is said by it also then. */
export function Ruby({ props, base, reading, furigana }: RubyProps) {
  if (typeof base !== 'string' || typeof reading !== 'string') return null;
  const said = props !== 0 && props['own'] ? reading : undefined;
  if (!furigana) return said ? <span data-read={said}>{base}</span> : base;
  return (
    <ruby data-read={said}>
      {base}
      <rp>（</rp>
      <rt>{reading}</rt>
      <rp>）</rp>
    </ruby>
  );
}
