import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupCode } from '~/lib/code';
import { certificateNumber } from './certificate-number';
import { certificateQuery } from './certificate-query';
import { certificateState } from './certificate-state';

const standing = { withdrawnAt: null, expiresOn: null };

test('a certificate without an end stays valid', () => {
  expect(certificateState(standing, '2099-12-31')).toBe('valid');
});

test('it is valid on the day it expires and expired on the next', () => {
  expect(certificateState({ ...standing, expiresOn: '2027-03-31' }, '2027-03-31')).toBe('valid');
  expect(certificateState({ ...standing, expiresOn: '2027-03-31' }, '2027-04-01')).toBe('expired');
});

test('withdrawn says more than expired', () => {
  const facts = { withdrawnAt: new Date(0), expiresOn: '2020-01-01' };
  expect(certificateState(facts, '2027-04-01')).toBe('withdrawn');
});

test('the number is printed with six digits, and more when the year needs them', () => {
  const host = { prefix: '27140', fiscalYear: 2026 };
  expect(certificateNumber({ ...host, serial: 418 })).toBe('第 27140-2026-000418 号');
  expect(certificateNumber({ ...host, serial: 1_000_000 })).toBe('第 27140-2026-1000000 号');
});

test.each([
  '第 27140-2026-000418 号',
  '27140-2026-418',
  '２７１４０－２０２６－０００４１８',
  '27140ー2026ー000418',
  ' 27140 - 2026 - 000418 ',
])('%s is a number', (typed) => {
  expect(certificateQuery(typed)).toEqual({
    kind: 'number',
    prefix: '27140',
    fiscalYear: 2026,
    serial: 418,
  });
});

test('every printed number is found again', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_999_999 }),
      fc.integer({ min: 2000, max: 2100 }),
      (serial, fiscalYear) => {
        const parts = { prefix: 'NPO1', fiscalYear, serial };
        expect(certificateQuery(certificateNumber(parts))).toEqual({ kind: 'number', ...parts });
      },
    ),
  );
});

test('every grouped code is found again, in small letters and full width too', () => {
  const character = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
  fc.assert(
    fc.property(fc.array(character, { minLength: 12, maxLength: 12 }), (characters) => {
      const code = characters.join('');
      const wide = groupCode(code).replace(/[!-~]/g, (c) =>
        String.fromCharCode(c.charCodeAt(0) + 0xfee0),
      );
      expect(certificateQuery(groupCode(code))).toEqual({ kind: 'code', code });
      expect(certificateQuery(groupCode(code).toLowerCase())).toEqual({ kind: 'code', code });
      expect(certificateQuery(wide)).toEqual({ kind: 'code', code });
    }),
  );
});

test('anything else is a name: as written without its spaces, and as kana', () => {
  expect(certificateQuery('やまだ　はなこ')).toEqual({
    kind: 'name',
    name: 'やまだはなこ',
    kana: 'ヤマダハナコ',
  });
  expect(certificateQuery('葛\u{E0100}城')).toEqual({ kind: 'name', name: '葛城', kana: '葛城' });
  expect(certificateQuery('Renée Müller')).toMatchObject({ kind: 'name', name: 'RenéeMüller' });
  expect(certificateQuery('Constantinos')).toMatchObject({ kind: 'name' });
});
