/** Why a text is not taken, where it stands, and what its author can do. */
export type Problem = {
  line: number;
  column: number;
  reason: string;
  remedy: string;
  /** Where it stands in another file than the one that was asked about. */
  file?: string;
};
export type Refusal = Problem & { file: string };

/** `file:line:column  reason  →  remedy` */
export function formatRefusal(refusal: Refusal): string {
  const { file, line, column, reason, remedy } = refusal;
  return `${file}:${line}:${column}  ${reason}  →  ${remedy}`;
}

/** Line and column (both from 1) of an offset in a text. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, offset));
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let i = 0; i < lineStart; i++) if (before.charCodeAt(i) === 10) line++;
  return { line, column: before.length - lineStart + 1 };
}
