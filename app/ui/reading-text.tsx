import { Fragment } from 'react';
import type { Inline, TreeNode } from '~/content/tree';

/** Words with their readings and line breaks, and nothing else. */
export function ReadingText({ value, furigana }: { value: Inline; furigana: boolean }) {
  return value.map((node, i) => {
    if (typeof node === 'string') return <Fragment key={i}>{node}</Fragment>;
    const [tag, , base, reading] = node;
    if (tag === 'ruby') return <Ruby key={i} base={base} reading={reading} furigana={furigana} />;
    return tag === 'br' ? <br key={i} /> : null;
  });
}

type RubyProps = { base?: TreeNode; reading?: TreeNode; furigana: boolean };

/** Without furigana no ruby is sent at all. */
export function Ruby({ base, reading, furigana }: RubyProps) {
  if (typeof base !== 'string' || typeof reading !== 'string') return null;
  if (!furigana) return base;
  return (
    <ruby>
      {base}
      <rp>（</rp>
      <rt>{reading}</rt>
      <rp>）</rp>
    </ruby>
  );
}
