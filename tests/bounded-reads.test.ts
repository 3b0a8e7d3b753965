import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// What the types cannot say: that a verb which reads other people's rows asks for a bound at all.
// It looks at the text of a file. That the bound then stands in the SQL, and that ids of a person are
// the visitor's own or came out of a bound, is for the tests of the verb and for
// tests/e2e/every-address.spec.ts to show.

/** Tables with a row for each person or for what she did. */
const PERSONAL = 'people|completions|certificates|enrolments|consents|attempts|importRows';
const PERSONAL_IN_SQL = 'people|completions|certificates|enrolments|consents|attempts|import_rows';

/** Verbs that read them without a bound, by the reason why nobody is shown to somebody else by it. */
const WITHOUT_BOUND: Record<string, string[]> = {
  'of one enrolment or one list, which the caller has found as its own': [
    'assessment/find-answered-lessons',
    'assessment/find-attempts',
    'assessment/find-best-shares',
    'assessment/find-open-attempt',
    'imports/count-rows',
    'imports/find-next-rows',
    'learning/unite-enrolments',
  ],
  'of records of one person, which the caller has found within a bound or as her own': [
    'certificates/find-certificates-of-records',
  ],
  'by something only she or the holder of a paper knows: a code, a number, a link, her mailbox': [
    'certificates/find-certificate',
    'invitations/find-invitation',
    'people/find-people-of-email',
    'people/find-person',
    'people/find-person-id-of-number',
  ],
  'only the name of who did it': ['audit/find-audit'],
  'only whether an id that her own device made is somebody else’s already': [
    'assessment/take-up-attempt',
  ],
  'its bound is the scope of a policy of its own (app/auth/policies/certificate.ts)': [
    'certificates/find-certificates-matching',
    'certificates/withdraw-certificate',
  ],
  'a key that holds its office; a day comes back': ['imports/find-taken-keys'],
  'writes what has just been earned': ['reporting/add-to-counts'],
  'counts and sums over everybody, nobody in them': [
    'learning/find-course-figures',
    'people/count-operators',
    'reporting/rebuild-counts',
    'reporting/take-off-repeats',
    'retention/find-last-known',
  ],
  'work of the night, which is shown to nobody': [
    'imports/forget-import-cells',
    'people/remove-unused-people',
    'retention/find-idle-people',
    'retention/idle-people',
  ],
};
const excepted = Object.values(WITHOUT_BOUND).flat();

const READS = new RegExp(
  String.raw`(?:from|[jJ]oin)\(\s*(?:${PERSONAL})\b|\b(?:from|join) (?:(?:${PERSONAL_IN_SQL})\b|\$\{(?:${PERSONAL})\})`,
);
/** A bound, a row that came out of one, or the one person it is about, by all ids that are hers. */
const TAKES =
  /\b(?:Bound|Authorised)<|\bVisiblePeople\b|\bpersonId(?:: string|s: readonly string|\b[^)]*\}: \{ personId: string)/;

export function isUnboundedRead(source: string): boolean {
  return READS.test(source) && !TAKES.test(source);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
}
const read = (path: string) => readFileSync(path, 'utf8');

test('a verb that reads what is of people takes a bound, an authorised row or one person', () => {
  const unbounded = filesUnder('app/domain')
    .filter((path) => isUnboundedRead(read(path)))
    .map((path) => path.replace(/^app\/domain\/(.*?)(\.server)?\.tsx?$/, '$1'));
  const news = unbounded.filter((name) => !excepted.includes(name));
  expect(news, 'Let it take `within: Bound<…>`, or say in WITHOUT_BOUND why it need not').toEqual(
    [],
  );
  const gone = excepted.filter((name) => !unbounded.includes(name));
  expect(gone, 'These need no exception').toEqual([]);
});

test('the check catches a read of everybody, and lets pass what is bounded or of one person', () => {
  expect(isUnboundedRead('db.select().from(people)')).toBe(true);
  expect(isUnboundedRead('db.select().from(x).leftJoin(completions, y)')).toBe(true);
  expect(isUnboundedRead('sql`select 1 from certificates`')).toBe(true);
  expect(isUnboundedRead('sql`select 1 from ${consents}`')).toBe(true);
  expect(isUnboundedRead('type In = { within: Bound<"x"> }; db.select().from(people)')).toBe(false);
  expect(isUnboundedRead('type In = { personId: string }; db.select().from(people)')).toBe(false);
  expect(isUnboundedRead('db.select().from(regions)')).toBe(false);
});

test('routes and flows ask verbs, never a table of people', () => {
  const asking = ['app/routes', 'app/flows']
    .flatMap(filesUnder)
    .filter((path) => !path.startsWith('app/flows/demo/'))
    .filter((path) => READS.test(read(path)));
  expect(asking).toEqual([]);
});

test('nobody claims a bound or an authorised row but the two files that give them out', () => {
  const claims = filesUnder('app').filter((path) =>
    /\bas (?:unknown as )?(?:Bound|Authorised)</.test(read(path)),
  );
  expect(claims.sort()).toEqual(['app/auth/bound-of.ts', 'app/db/authorised.server.ts']);
});

test('a row is authorised only by a query that has its bound', () => {
  const giving = filesUnder('app')
    .filter((path) => path !== 'app/db/authorised.server.ts')
    .filter((path) => /\bauthorised\(/.test(read(path)));
  expect(giving.filter((path) => !path.startsWith('app/domain/'))).toEqual([]);
  const bounded = /\w*[wW]ithin\w*\(|\bvisiblePeople\(|\bwithin\.\w/;
  expect(giving.filter((path) => !bounded.test(read(path)))).toEqual([]);
});
