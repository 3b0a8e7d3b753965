import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BIN } from '../child.mjs';
import { ms, type Figure } from './figures';

const LIMIT_MS = 2000;

/** `npm run content:check` on a copy of the library: all of it once, then with one lesson changed. */
export async function measureContentCheck(folder: string): Promise<Figure[]> {
  const library = join(folder, 'content');
  cpSync('content', library, { recursive: true });
  const courses = join(library, 'courses');
  const lessons = readdirSync(courses, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('/lesson.mdx'),
  );
  const changed = lessons.find((name) => !existsSync(join(courses, name, '../lesson.en.mdx')));
  const passed = join(folder, 'content-passed.json');
  const check = () => {
    const begun = performance.now();
    spawnSync(process.execPath, [
      ...BIN.tsx,
      'scripts/content-check.ts',
      library,
      '--passed',
      passed,
    ]);
    return performance.now() - begun;
  };
  const all = check();
  appendFileSync(join(courses, changed ?? lessons[0]!), '\nまた、ここで。\n');
  const one = check();
  return [
    {
      what: `one changed lesson of ${lessons.length}, from command to answer`,
      measured: ms(one),
      baseline: `${ms(all)} all of them anew`,
      ratio: one / all,
      budget: `<= ${LIMIT_MS} ms`,
      kept: one <= LIMIT_MS,
    },
  ];
}
