import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { giveUp, ROOT, run, runNode } from './child.mjs';

const OLDEST_NODE = [20, 19];
const STAMP = join(ROOT, 'node_modules/.tsunagu-installed');
const LOCK = join(ROOT, 'package-lock.json');
const HIDDEN_LOCK = join(ROOT, 'node_modules/.package-lock.json');

/** Installs what package-lock.json names, unless exactly that is there already. */
export async function ensureInstalled() {
  checkNode();
  const wanted = `${createHash('sha256').update(readFileSync(LOCK)).digest('hex')} ${process.versions.modules}`;
  const stamp = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
  if (stamp === wanted) return;

  if (!isInstalledAsLocked()) {
    console.log('Installing packages (the first time takes a few minutes) …');
    const { code } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      env: nodeHeaders(),
    });
    if (code !== 0) giveUp(...(await whyNotInstalled()));
  }
  await ensureDatabaseLoads();
  writeFileSync(STAMP, wanted);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  giveUp(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

/** True when npm's own record of node_modules names the versions of the lock file. */
function isInstalledAsLocked() {
  if (!existsSync(HIDDEN_LOCK)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(LOCK, 'utf8'));
  const { packages: there } = JSON.parse(readFileSync(HIDDEN_LOCK, 'utf8'));
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      path === '' || link || there[path]?.version === version || (optional && !there[path]),
  );
}

/** Where the headers of this very Node stand on this machine, if anywhere: then nothing has to be fetched to compile. */
function findHeaders() {
  const places = [dirname(dirname(process.execPath)), '/usr', '/usr/local'];
  const [major] = process.versions.node.split('.');
  return places.find((place) => {
    const file = join(place, 'include/node/node_version.h');
    return (
      existsSync(file) &&
      new RegExp(`#define NODE_MAJOR_VERSION ${major}\\b`).test(readFileSync(file, 'utf8'))
    );
  });
}

function nodeHeaders() {
  const place = findHeaders();
  return place ? { npm_config_nodedir: place } : {};
}

const databaseLoads = async () =>
  (await runNode(['-e', "new (require('better-sqlite3'))(':memory:').close()"], { capture: true }))
    .code === 0;

/** The database engine is native code: fetched ready-made where that is possible, compiled otherwise. */
async function ensureDatabaseLoads() {
  if (await databaseLoads()) return;
  console.log('Compiling the database engine (about two minutes) …');
  const { output } = await run('npm', ['rebuild', 'better-sqlite3', '--loglevel=error'], {
    env: nodeHeaders(),
    capture: true,
  });
  if (await databaseLoads()) return;
  console.error(output.split('\n').slice(-20).join('\n'));
  giveUp(...(await whyNotInstalled()));
}

const has = async (command) =>
  (await run('sh', ['-c', `command -v ${command}`], { capture: true })).code === 0;

async function whyNotInstalled() {
  const missing = [];
  if (!(await has('python3'))) missing.push('python3');
  if (!(await has('make'))) missing.push('make');
  if (!(await has('g++'))) missing.push('g++');
  const lines = ['The packages could not be installed.'];
  if (missing.length > 0) {
    lines.push(
      `Where no ready-made database engine can be fetched, it is compiled, and for that ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing:`,
      `  apt-get install -y ${missing.join(' ')}`,
    );
  }
  if (!findHeaders()) {
    lines.push(
      'The headers of this Node were not found on this machine; compiling then fetches them from nodejs.org.',
      'In a closed network install them beside Node (e.g. the package libnode-dev, or the include/ folder of the official archive).',
    );
  }
  lines.push('Then run the same command again.');
  return lines;
}
