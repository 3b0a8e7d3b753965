/** A name as it is printed: as typed, with one space where there were several. */
export function readName(...parts: string[]): string {
  return parts
    .map((part) =>
      part
        .replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')
        .replace(/[\s\u3000]+/g, (gap) => (gap.startsWith('\u3000') ? '\u3000' : ' ')),
    )
    .filter((part) => part !== '')
    .join(' ');
}
