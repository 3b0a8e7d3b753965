import { expect, test } from 'vitest';
import { inLocale } from './in-locale.server';
import * as m from '~/paraglide/messages';

test('two requests at once each speak in their own words', async () => {
  const said: string[] = [];
  const speak = async (turns: number) => {
    for (let i = 0; i < turns; i++) await new Promise((resolve) => setImmediate(resolve));
    said.push(m.common_skip());
  };
  await Promise.all([inLocale('en', () => speak(3)), inLocale('easy', () => speak(1)), speak(2)]);
  expect(said).toEqual([
    m.common_skip({}, { locale: 'easy' }),
    m.common_skip({}, { locale: 'ja' }),
    m.common_skip({}, { locale: 'en' }),
  ]);
  expect(new Set(said).size).toBe(3);
});

test('what nobody put into other words yet is said as in the original', () => {
  expect(inLocale('en', () => m.admin_start_title())).toBe(m.admin_start_title());
});
