import fc from 'fast-check';
import { expect, test } from 'vitest';
import { continueCodes, passwords, people } from '~/db/schema.server';
import { toKatakana } from '~/lib/japanese';
import { AT, makeGuest } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { findSignInCandidates } from './find-sign-in-candidates.server';
import { isKana } from './is-kana';
import { nameRefusal } from './name-refusal';
import { newNumber } from './new-number.server';
import { numberCheckDigit } from './number-check-digit';
import { redeemContinueCode } from './redeem-continue-code.server';
import { registerPerson, type RegisterPerson } from './register-person.server';
import { replaceContinueCode } from './replace-continue-code.server';

const elevenDigits = fc.stringMatching(/^[1-9][0-9]{10}$/);
const isSound = (number: string) => numberCheckDigit(number) === '0';

test('the check digit catches every single wrong digit', () => {
  const cases = fc.tuple(elevenDigits, fc.nat(11), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(cases, ([digits, at, step]) => {
      const number = digits + numberCheckDigit(digits);
      const wrong = String((Number(number[at]) + step) % 10);
      return isSound(number) && !isSound(number.slice(0, at) + wrong + number.slice(at + 1));
    }),
  );
});

test('the check digit catches every two neighbours exchanged', () => {
  fc.assert(
    fc.property(fc.tuple(elevenDigits, fc.nat(10)), ([digits, at]) => {
      const number = digits + numberCheckDigit(digits);
      const [a, b] = [number[at]!, number[at + 1]!];
      return a === b || !isSound(number.slice(0, at) + b + a + number.slice(at + 2));
    }),
  );
});

test('a new number has twelve digits, the first not 0, and is sound', () => {
  const numbers = Array.from({ length: 200 }, newNumber);
  expect(numbers.every((number) => /^[1-9]\d{11}$/.test(number) && isSound(number))).toBe(true);
});

test.each([
  '髙﨑 𠮷美',
  '葛\u{E0100}城 花子',
  '渡邊\u{E0101} 邉',
  'アレクサンドラ・マリア・コンスタンティノーヴナ・ペトロワ',
  'José Núñez Ångström',
  'Nguyễn Thị Minh Khai',
  'O’Brien-Smith',
  '山田　太郎',
  'محمد\u200Cعلی',
])('the name %s is welcome as it stands', (name) => {
  expect(nameRefusal(name)).toBeNull();
});

test.each([
  ['山田\u0000太郎', 'unprintable'],
  ['山田\n太郎', 'unprintable'],
  ['山田\uD842', 'unprintable'],
  ['山田\uFFFD', 'unprintable'],
  ['\u202E郎太田山', 'unprintable'],
  ['山田\uE000', 'own-letters'],
  ['山田😀', 'picture'],
  ['🇯🇵', 'picture'],
  ['あ'.repeat(61), 'too-long'],
])('the name %j is refused: %s', (name, refusal) => {
  expect(nameRefusal(name)).toBe(refusal);
});

test('sixty letters with variation selectors still count as sixty', () => {
  expect(nameRefusal('葛\u{E0100}'.repeat(60))).toBeNull();
});

test.each([
  ['たかさき よしみ', 'タカサキ　ヨシミ'],
  ['ﾀｶｻｷ ﾖｼﾐ', 'タカサキ　ヨシミ'],
  ['ｶﾞﾁｬﾋﾟﾝ', 'ガチャピン'],
  ['ジョン・スミス', 'ジョン・スミス'],
])('the reading %s is kept as %s', (typed, kept) => {
  expect(toKatakana(typed)).toBe(kept);
  expect(isKana(kept)).toBe(true);
});

test.each(['高崎', 'Takasaki', 'タカサキ1', '', '　', 'ー・'])('%j is not a reading', (typed) => {
  expect(isKana(toKatakana(typed))).toBe(false);
});

function form(over: Partial<RegisterPerson> = {}): RegisterPerson {
  return {
    personId: 'row-1',
    name: '髙﨑 𠮷美',
    kana: 'タカサキ　ヨシミ',
    email: 'Yoshimi@Example.jp',
    municipalityCode: '271403',
    municipalityRelation: 'resident',
    audience: 'resident',
    ageBand: '40s',
    sex: null,
    passwordHash: 'hash-1',
    at: AT,
    ...over,
  };
}

test("a learner's own row becomes the account, exactly as typed", async () => {
  const store = openTestStore();
  await makeGuest(store.read, { id: 'row-1' });
  const result = await store.tx((db) => registerPerson(db, form()));
  const rows = await store.read.select().from(people);
  expect(rows).toMatchObject([
    {
      id: 'row-1',
      number: result.ok && result.number,
      name: '髙﨑 𠮷美',
      kana: 'タカサキ　ヨシミ',
      kanaKey: 'タカサキヨシミ',
      email: 'Yoshimi@Example.jp',
      emailKey: 'yoshimi@example.jp',
      registeredAt: AT,
    },
  ]);
});

test('the same form sent twice at once makes one account with one number', async () => {
  const store = openTestStore();
  const [one, two] = await Promise.all([
    store.tx((db) => registerPerson(db, form())),
    store.tx((db) => registerPerson(db, form({ passwordHash: 'hash-2' }))),
  ]);
  expect(one).toEqual(two);
  expect(await store.read.select().from(people)).toHaveLength(1);
  expect(await store.read.select().from(passwords)).toMatchObject([{ hash: 'hash-2' }]);
});

test.each([
  ['with another name', { name: '渡邊 直子' }],
  ['long afterwards', { at: new Date(AT.getTime() + 10 * 60 * 1000) }],
])('a used form sent again %s changes nothing', async (_how, over) => {
  const store = openTestStore();
  await store.tx((db) => registerPerson(db, form()));
  const before = await store.read.select().from(people);
  const again = form({ passwordHash: 'hash-2', ...over });
  const result = await store.tx((db) => registerPerson(db, again));
  expect(result).toEqual({ ok: false, reason: 'registered-before' });
  expect(await store.read.select().from(people)).toEqual(before);
  expect(await store.read.select().from(passwords)).toMatchObject([{ hash: 'hash-1' }]);
});

test('only the sign-in reads a hash, and only of people who are there', async () => {
  const store = openTestStore();
  await store.tx((db) => registerPerson(db, form()));
  const emailKey = 'yoshimi@example.jp';
  expect(await findSignInCandidates(store.read, { emailKey })).toEqual([
    { personId: 'row-1', hash: 'hash-1' },
  ]);
  await store.read.update(people).set({ erasedAt: AT });
  expect(await findSignInCandidates(store.read, { emailKey })).toEqual([]);
});

test('at most eight people of one address are tried', async () => {
  const store = openTestStore();
  for (let i = 0; i < 9; i += 1) {
    await store.tx((db) => registerPerson(db, form({ personId: `row-${i}` })));
  }
  const found = await findSignInCandidates(store.read, { emailKey: 'yoshimi@example.jp' });
  expect(found).toHaveLength(8);
});

test('a continue code opens its learner until it expires, is replaced, or she has an account', async () => {
  const store = openTestStore();
  await makeGuest(store.read, { id: 'row-1' });
  const expiresAt = new Date(AT.getTime() + 1000);
  const give = (codeHash: string) =>
    store.tx((db) => replaceContinueCode(db, { personId: 'row-1', codeHash, expiresAt, at: AT }));
  const redeem = (codeHash: string, at = AT) =>
    redeemContinueCode(store.read, { codeHashes: [codeHash], at });

  await give('one');
  const learner = { ok: true, personId: 'row-1' };
  expect(await redeem('one')).toEqual(learner);
  expect(await redeem('one', new Date(expiresAt.getTime() - 1))).toEqual(learner);
  expect(await redeem('one', expiresAt)).toEqual({ ok: false, reason: 'expired' });
  expect(await redeem('none')).toEqual({ ok: false, reason: 'unknown' });

  await give('two');
  expect(await redeem('one')).toEqual({ ok: false, reason: 'ended' });
  expect(await redeem('two')).toEqual(learner);
  expect(await store.read.select().from(continueCodes)).toHaveLength(2);

  await store.tx((db) => registerPerson(db, form()));
  expect(await redeem('two')).toEqual({ ok: false, reason: 'ended' });
});
