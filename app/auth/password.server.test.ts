import { expect, test } from 'vitest';
import { PASSPHRASE_WORDS } from './passphrase-words';
import { passwordRefusal } from './password-refusal';
import { WELL_KNOWN_PASSWORDS } from './well-known-passwords';
import { hashPassword, newPassphrase, verifyPassword } from './password.server';
import { foldSecret } from './secret-text';

test('a password is kept as an argon2id hash of the agreed cost, and found right again', async () => {
  const hash = await hashPassword('a quiet morning');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(hash, 'a quiet morning')).toBe(true);
  expect(await verifyPassword(hash, 'a quiet evening')).toBe(false);
});

test('nobody has no password, not even the one that stands in for it', async () => {
  expect(await verifyPassword(null, 'a person who is not there')).toBe(false);
});

test('many hashes at once are all done', async () => {
  const hashes = await Promise.all(Array.from({ length: 12 }, (_, i) => hashPassword(`word ${i}`)));
  const right = await Promise.all(hashes.map((hash, i) => verifyPassword(hash, `word ${i}`)));
  expect(right).toEqual(Array(12).fill(true));
});

test('there are enough words for 45 bits, all different, plain hiragana without sound-alikes', () => {
  expect(new Set(PASSPHRASE_WORDS).size).toBe(PASSPHRASE_WORDS.length);
  expect(Math.log2(PASSPHRASE_WORDS.length) * 5).toBeGreaterThanOrEqual(45);
  expect(PASSPHRASE_WORDS.filter((word) => !/^(?!.*[づぢをゐゑ])[ぁ-ん]{2,8}$/.test(word))).toEqual(
    [],
  );
});

test('a passphrase is five of them, each time others', () => {
  const [one, two] = [newPassphrase(), newPassphrase()];
  expect(one.split(' ').every((word) => PASSPHRASE_WORDS.includes(word))).toBe(true);
  expect(one.split(' ')).toHaveLength(5);
  expect(one).not.toBe(two);
});

test.each([
  'あさひ つくえ みずうみ りんご はなび',
  'あさひつくえみずうみりんごはなび',
  'あさひ　つくえ　みずうみ　りんご　はなび',
  'アサヒ ツクエ ミズウミ リンゴ ハナビ',
  'ｱｻﾋ ﾂｸｴ ﾐｽﾞｳﾐ ﾘﾝｺﾞ ﾊﾅﾋﾞ',
  'あさひ-つくえ-みずうみ-りんご-はなび',
  'あさひー つくえ・みづうみ、りんご はなび ',
])('a passphrase is found right when typed as "%s"', async (typed) => {
  expect(foldSecret(typed)).toBe('あさひつくえみずうみりんごはなび');
});

test('in a password that is not a passphrase every sign counts, but not its width', () => {
  expect(foldSecret('ｐａｓｓ word-１')).toBe('pass word-1');
  expect(foldSecret('さくら-2026')).toBe('さくら-2026');
});

test.each([
  ['123456789', 'too-short'],
  ['９文字のことばだよ', 'too-short'],
  ['Password1234', 'common'],
  ['ｐａｓｓｗｏｒｄ１２３４', 'common'],
  ['aaaaaaaaaaaa', 'common'],
  ['ababababab', 'common'],
  ['x'.repeat(150) + 'yz'.repeat(30), 'too-long'],
  ['Hanako.Yamada@Example.jp', 'own'],
  ['hanako.yamada', 'own'],
  ['100000000009', 'own'],
  ['きりんと つくえの うた', null],
  ['tsukue-kirin', null],
  ['correct horse', null],
])('the password %s: %s', (password, refusal) => {
  expect(passwordRefusal(password, ['hanako.yamada@example.jp', '100000000009', null])).toBe(
    refusal,
  );
});

test('at least three thousand well-known passwords are refused, each long enough to be chosen here', () => {
  const known = [...WELL_KNOWN_PASSWORDS];
  expect(known.length).toBeGreaterThanOrEqual(3000);
  expect(known.filter((one) => passwordRefusal(one, []) !== 'common')).toEqual([]);
});
