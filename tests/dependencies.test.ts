import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Package = { dependencies: Record<string, string>; devDependencies: Record<string, string> };

const { dependencies, devDependencies } = JSON.parse(
  readFileSync('package.json', 'utf8'),
) as Package;

/** Names in the first column of the tables. */
export function packagesNamedIn(page: string): string[] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
}

test('every package we depend on has its reason written down, and no row is left over', () => {
  const named = packagesNamedIn(readFileSync('docs/dependencies.md', 'utf8'));
  const used = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
  expect(named.sort()).toEqual(used.sort());
});

test('what runs in the service is pinned to one version', () => {
  expect(Object.entries(dependencies).filter(([, version]) => !/^\d/.test(version))).toEqual([]);
});

test('the check finds a name in the first column only', () => {
  expect(packagesNamedIn('| `a`, `b` | for `c` |\n`d`')).toEqual(['a', 'b']);
});
