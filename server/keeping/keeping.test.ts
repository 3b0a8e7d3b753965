import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrateFile } from '~/db/migrate.server';
import { openStore, type Store } from '~/db/store.server';
import { addToCounts } from '~/domain/reporting/add-to-counts.server';
import { AT, makeCompletion, makePerson } from '../../tests/factories';
import { backUp, findBackups } from './back-up';
import { drill } from './drill';
import { MANIFEST_NAME } from './manifest';
import { lastMonth } from './month-figures';
import { restore } from './restore';

/** A month after the completions that the factories make. */
const A_MONTH_LATER = new Date('2026-10-20T03:30:00+09:00');

type Place = ReturnType<typeof newPlace>;

function newPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-keeping-'));
  const contentPath = join(folder, 'content');
  const databasePath = join(folder, 'live.db');
  migrateFile(databasePath);
  return { folder, databasePath, contentPath, into: join(folder, 'backups') };
}

function withContent(place: Place): Place {
  mkdirSync(join(place.contentPath, 'courses'), { recursive: true });
  writeFileSync(join(place.contentPath, 'courses', 'course.yaml'), 'title: はじめの一歩\n');
  return place;
}

async function complete(store: Store, name: string): Promise<void> {
  await store.tx(async (db) => {
    const person = await makePerson(db, { name });
    const { id } = await makeCompletion(db, { personId: person.id });
    await addToCounts(db, { completionId: id });
  });
}

const backUpOf = (place: Place, at = A_MONTH_LATER, keep = 0) => backUp({ ...place, keep, at });
const countPeople = (path: string) => {
  const db = new Database(path, { readonly: true });
  const { n } = db.prepare('select count(*) as n from people').get() as { n: number };
  db.close();
  return n;
};

test('a backup of a database in use holds what was committed, and restores to it', async () => {
  const place = withContent(newPlace());
  const store = openStore(place.databasePath);
  await complete(store, '髙﨑 𠮷美');
  const { path } = await backUpOf(place);
  await complete(store, '後から来た人');
  store.close();
  expect(countPeople(place.databasePath)).toBe(2);

  const restored = await restore({
    from: path,
    databasePath: place.databasePath,
    contentPath: place.contentPath,
    at: A_MONTH_LATER,
  });
  expect(restored.ok).toBe(true);
  expect(countPeople(place.databasePath)).toBe(1);
  expect(readFileSync(join(place.contentPath, 'courses', 'course.yaml'), 'utf8')).toMatch('はじめ');
});

test('films and sounds go into the backup, and come back where they are missing', async () => {
  const place = withContent(newPlace());
  const film = join(place.folder, 'media', `${'a1'.repeat(32)}.webm`);
  mkdirSync(join(place.folder, 'media'));
  writeFileSync(film, 'film');
  const { path } = await backUpOf(place);
  rmSync(film);
  const { databasePath } = place;
  const restored = await restore({
    from: path,
    databasePath,
    contentPath: null,
    at: A_MONTH_LATER,
  });
  expect(restored.ok).toBe(true);
  expect(readFileSync(film, 'utf8')).toBe('film');
});

test('what a restore replaces is put aside whole', async () => {
  const place = withContent(newPlace());
  const store = openStore(place.databasePath);
  const { path } = await backUpOf(place);
  await complete(store, '後から来た人');
  store.close();
  const restored = await restore({ from: path, ...place, at: A_MONTH_LATER });
  const aside = restored.ok ? restored.putAside : [];
  expect(aside.map((file) => existsSync(file))).toEqual([true, true]);
  expect(countPeople(aside[0]!)).toBe(1);
});

test('a database that another process has open is not replaced', async () => {
  const place = withContent(newPlace());
  const { path } = await backUpOf(place);
  const holder = spawn(process.execPath, [
    '-e',
    `const db = new (require('better-sqlite3'))(${JSON.stringify(place.databasePath)});
     db.pragma('journal_mode = WAL'); db.prepare('select 1 from people').all(); console.log('open');
     setInterval(() => {}, 1000);`,
  ]);
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  const ended = new Promise((resolve) => holder.once('exit', resolve));
  const refused = await restore({ from: path, ...place, at: A_MONTH_LATER });
  holder.kill();
  await ended;
  expect(refused).toEqual({ ok: false, reasons: [expect.stringMatching(/is in use/)] });
  expect((await restore({ from: path, ...place, at: A_MONTH_LATER })).ok).toBe(true);
});

const damages: [string, (path: string) => void, RegExp][] = [
  ['one byte more', (path) => appendFileSync(join(path, 'tsunagu.db'), 'x'), /not as it was/],
  [
    'one byte other',
    (path) => {
      const file = join(path, 'tsunagu.db');
      const bytes = readFileSync(file);
      bytes[5000] = (bytes[5000] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
    /not as it was/,
  ],
  [
    'a lesson changed',
    (path) => writeFileSync(join(path, 'content/courses/course.yaml'), 'title: other\n'),
    /course\.yaml is not as it was/,
  ],
  ['a file too many', (path) => writeFileSync(join(path, 'content/more'), ''), /was not in/],
  ['no manifest', (path) => writeFileSync(join(path, MANIFEST_NAME), 'half of'), /cannot be read/],
  [
    'a newer program',
    (path) => {
      const file = join(path, MANIFEST_NAME);
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/"schemaVersion": \d+/, '"schemaVersion": 999'),
      );
    },
    /made by a newer program/,
  ],
  [
    'a newer form of backup',
    (path) => {
      const file = join(path, MANIFEST_NAME);
      writeFileSync(file, readFileSync(file, 'utf8').replace('"format": 1', '"format": 2'));
    },
    /format/,
  ],
];

test.each(damages)(
  'a backup with %s is refused and changes nothing',
  async (_name, damage, why) => {
    const place = withContent(newPlace());
    const store = openStore(place.databasePath);
    await complete(store, '髙﨑 𠮷美');
    store.close();
    const { path } = await backUpOf(place);
    damage(path);
    const before = readFileSync(place.databasePath);
    const refused = await restore({ from: path, ...place, at: A_MONTH_LATER });
    expect(refused.ok).toBe(false);
    expect(refused.ok ? '' : refused.reasons.join('\n')).toMatch(why);
    expect(readFileSync(place.databasePath).equals(before)).toBe(true);
    expect(readdirSync(place.folder).filter((name) => /coming|before/.test(name))).toEqual([]);
  },
);

test('a backup that cannot be made whole leaves nothing that looks like one', async () => {
  const place = newPlace();
  await expect(backUpOf(place)).rejects.toThrow();
  expect(await findBackups(place.into)).toEqual([]);
  expect(readdirSync(place.into)).toEqual([]);
});

test('of many backups the newest are kept', async () => {
  const place = withContent(newPlace());
  for (const day of ['18', '19', '20']) {
    await backUpOf(place, new Date(`2026-10-${day}T03:30:00+09:00`), 2);
  }
  expect(await findBackups(place.into)).toEqual([
    'tsunagu-20261018T183000Z',
    'tsunagu-20261019T183000Z',
  ]);
});

test("the drill restores the last backup and finds last month's report again", async () => {
  const place = withContent(newPlace());
  const store = openStore(place.databasePath);
  await complete(store, '髙﨑 𠮷美');
  await backUpOf(place);
  store.close();
  const { steps } = await drill({ into: place.into, at: A_MONTH_LATER });
  expect(steps.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(steps[2]!.found).toMatch(/2026-09: 1 completions, 1 people/);
});

test('the drill says so when the figures of a backup are not what its completions add up to', async () => {
  const place = withContent(newPlace());
  const store = openStore(place.databasePath);
  await complete(store, '髙﨑 𠮷美');
  const db = new Database(place.databasePath);
  db.exec(`update completion_counts set people = people + 1 where area_code = '271403'`);
  db.close();
  await backUpOf(place);
  store.close();
  const { steps } = await drill({ into: place.into, at: A_MONTH_LATER });
  expect(steps.map(({ ok }) => ok)).toEqual([true, true, false]);
});

test('the drill without a backup says what to do', async () => {
  const { steps } = await drill({ into: join(tmpdir(), 'nowhere-at-all'), at: AT });
  expect(steps).toEqual([expect.objectContaining({ ok: false })]);
});

test.each([
  ['2026-10-01T00:00:00+09:00', '2026-09'],
  ['2026-09-30T23:59:59+09:00', '2026-08'],
  ['2027-01-01T00:00:00+09:00', '2026-12'],
])('the month before %s is %s', (at, month) => {
  expect(lastMonth(new Date(at))).toBe(month);
});
