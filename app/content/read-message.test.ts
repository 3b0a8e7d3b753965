import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { putIn, READ_WORD, readWord, withoutReadings } from '../lib/reading-signs';
import { loadDictionary } from './dictionary.server';
import { hasKanji } from './furigana';
import { createReadMessage } from './read-message';

type Words = Record<string, string>;
const wordsOf = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Words;
const read = createReadMessage(await loadDictionary(), wordsOf('messages/readings.json'));

test('a message is read, and what is put into it is told apart', () => {
  expect(read('「{lesson}」を 読む').text).toBe(
    `「${putIn('{lesson}')}」を ${readWord('読', 'よ')}む`,
  );
});

test('a counter that hangs on its number is left to whoever knows the number', () => {
  const said = `${putIn('{count}')}${readWord('分', '')}くらい、${putIn('{total}')}${readWord('課', 'か')}`;
  expect(read('{count}分くらい、{total}課').text).toBe(said);
});

test('a message that brings its readings along is left to its screen', () => {
  expect(read('｜人《ひと》を {name}').text).toBe('｜人《ひと》を {name}');
});

test('a word that nobody can read is told of, not guessed', () => {
  expect(read('髙﨑さん').unread.join('')).toBe('髙﨑');
});

test.each(['easy', 'ja'])('every message in %s is read word for word', (locale) => {
  const wrong = readdirSync(join('messages', locale)).flatMap((file) =>
    Object.entries(wordsOf(join('messages', locale, file))).flatMap(([key, message]) => {
      const { text, unread } = read(message);
      const isLeft = text === message;
      const isWhole = withoutReadings(text) === message;
      const isRead = isLeft || !hasKanji(text.replace(READ_WORD, ''));
      return isWhole && isRead && unread.length === 0 ? [] : [`${file} ${key}`];
    }),
  );
  expect(wrong).toEqual([]);
});
