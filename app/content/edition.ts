import type { Edition } from '../lib/edition';

/** The file of an edition stands beside its original: `lesson.mdx` → `lesson.en.mdx`. */
export function editionFile(original: string, edition: Edition): string {
  const dot = original.lastIndexOf('.');
  return `${original.slice(0, dot)}.${edition}${original.slice(dot)}`;
}

/** What `lesson.en.mdx` is: the edition `en` of `lesson.mdx`. Null for any other file. */
export function editionOf(file: string): { edition: Edition; original: string } | null {
  const parts = /^(.+)\.(easy|en)(\.(?:mdx|yaml))$/.exec(file);
  if (!parts) return null;
  const [, stem = '', edition, extension = ''] = parts;
  return { edition: edition as Edition, original: stem + extension };
}
