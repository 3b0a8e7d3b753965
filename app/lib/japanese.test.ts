import { expect, test } from 'vitest';
import { foldText, toKatakana } from './japanese';

test('width, case, spaces and the kind of kana make no difference to a comparison', () => {
  for (const typed of ['たかさき よしみ', 'タカサキ　ヨシミ', 'ﾀｶｻｷ ﾖｼﾐ', ' タカサキヨシミ ']) {
    expect(foldText(typed)).toBe('タカサキヨシミ');
  }
  expect(foldText('Ｔｓｕｎａｇｕ')).toBe('tsunagu');
});

test('variation selectors make no difference, another kanji does', () => {
  expect(foldText('葛\u{E0100}')).toBe(foldText('葛'));
  expect(foldText('祇\u{FE00}')).toBe(foldText('祇'));
  expect(foldText('髙')).not.toBe(foldText('高'));
  expect(foldText('𠮷')).not.toBe(foldText('吉'));
});

test('voiced kana of half width and repetition marks are folded', () => {
  expect(foldText('ｶﾞｷﾞ')).toBe('ガギ');
  expect(foldText('ゔぁ')).toBe('ヴァ');
});

test('a reading becomes full-width katakana with one wide space', () => {
  expect(toKatakana(' たかさき  よしみ ')).toBe('タカサキ　ヨシミ');
  expect(toKatakana('ﾀｶｻｷ　ﾖｼﾐ')).toBe('タカサキ　ヨシミ');
  expect(toKatakana('マリー・ルー')).toBe('マリー・ルー');
  expect(toKatakana('')).toBe('');
});
