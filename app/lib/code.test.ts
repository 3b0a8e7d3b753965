import { expect, test } from 'vitest';
import { groupCode, normaliseCode } from './code';

test('a code is understood however it is typed', () => {
  for (const typed of [
    '7F3K-2MQX-9TVD',
    '7f3k2mqx9tvd',
    ' ７Ｆ３Ｋ－２ＭＱＸ－９ＴＶＤ ',
    '7F3K 2MQX 9TVD',
  ]) {
    expect(normaliseCode(typed)).toBe('7F3K2MQX9TVD');
  }
});

test('letters that look like others are read as those', () => {
  expect(normaliseCode('oO iIlL uU')).toBe('001111VV');
});

test('grouping and normalising undo each other', () => {
  expect(groupCode('7F3K2MQX9TVD')).toBe('7F3K-2MQX-9TVD');
  expect(normaliseCode(groupCode('ABCDEF'))).toBe('ABCDEF');
  expect(groupCode('')).toBe('');
});
