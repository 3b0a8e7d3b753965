import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './child.mjs';

/**
 * `npm ci` wants a place in package-lock.json for every platform's variant of a native package,
 * also of platforms that nobody here uses. `npm install` leaves out those that its registry does
 * not carry; this writes them in.
 */
const LOCK = join(ROOT, 'package-lock.json');
const OPERATING_SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'armv7', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

export function findLeftOut(lock) {
  return Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isPlaced(lock.packages, from, name))
      .map(([name, range]) => ({ name, version: range.replace(/^[\^~]/, ''), dev })),
  );
}

/** Looks where Node would look: beside the package that asks, then further up. */
function isPlaced(packages, from, name) {
  for (let place = from; ;) {
    if (packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true;
    if (place === '') return false;
    place = place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1));
  }
}

function completed(lock) {
  const packages = { ...lock.packages };
  for (const { name, version, dev } of findLeftOut(lock)) {
    const words = name.split('/').at(-1).split('-');
    const os = OPERATING_SYSTEMS.find((known) => words.includes(known));
    const cpu = PROCESSORS.find((known) => words.includes(known))?.replace('armv7', 'arm');
    if (!os || !cpu) throw new Error(`${name} names no platform: it has to be installed properly`);
    packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(dev && { dev }),
      optional: true,
      os: [os],
    };
  }
  const paths = Object.keys(packages).sort((a, b) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(paths.map((path) => [path, packages[path]])) };
}

export const readLock = () => JSON.parse(readFileSync(LOCK, 'utf8'));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(LOCK, `${JSON.stringify(completed(readLock()), null, 2)}\n`);
}
