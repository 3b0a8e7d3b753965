import { runNode } from './child.mjs';

/** One for each core of a small machine. */
const AT_ONCE = 2;

/**
 * Runs the parts side by side: `[name, work]`, where the work is the arguments of a Node program or a function
 * that resolves with `{ code, output }`. What a failed one has written is shown when it ends.
 */
export async function runParts(parts) {
  const waiting = parts.map(([name, work], position) => ({ name, work, position }));
  const done = [];
  async function lane() {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const begun = performance.now();
      const { name, work, position } = part;
      const { code, output } = await (typeof work === 'function'
        ? work()
        : runNode(work, { capture: true }));
      const seconds = (performance.now() - begun) / 1000;
      if (code !== 0) console.log(`\n── ${name} ──\n${output.trim()}`);
      done.push({ name, code, seconds, position });
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return done.sort((a, b) => a.position - b.position);
}

export function printTable(rows) {
  console.log('');
  for (const { name, code, seconds } of rows) {
    console.log(
      `${name.padEnd(16)} ${code === 0 ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s`,
    );
  }
}
