export type Figure = {
  what: string;
  measured: string;
  baseline: string;
  ratio: number | null;
  budget: string;
  kept: boolean | null;
};

export const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

/** A plain table, as wide as its widest cells. Japanese is not used here, so characters are columns. */
export function printFigures(figures: Figure[]): void {
  const head = ['what', 'measured', 'baseline', 'ratio', 'budget', ''];
  const rows = figures.map((figure) => [
    figure.what,
    figure.measured,
    figure.baseline,
    figure.ratio === null ? '' : `${figure.ratio.toFixed(1)}x`,
    figure.budget,
    figure.kept === null ? '' : figure.kept ? 'kept' : 'OVER',
  ]);
  const widths = head.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => row[i]!.length)),
  );
  for (const row of [head, widths.map((width) => '-'.repeat(width)), ...rows]) {
    console.log(row.map((cell, i) => cell.padEnd(widths[i]!)).join('  '));
  }
}
