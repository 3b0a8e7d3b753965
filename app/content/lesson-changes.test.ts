import { expect, test } from 'vitest';
import { compareTexts, compareWords } from './lesson-changes';
import { compareQuizzes } from './quiz-changes.server';
import type { Quiz, QuizQuestion } from './quiz.server';

test('a text that stayed has only paragraphs that stayed', () => {
  expect(compareTexts(['朝。', '夜。'], ['朝。', '夜。'])).toEqual([
    { kind: 'same', text: '朝。' },
    { kind: 'same', text: '夜。' },
  ]);
});

test('a paragraph that was rewritten stands beside what it was, word by word', () => {
  const [change] = compareTexts(
    ['返事がなくても、気にかけています。'],
    ['返事がない日も、気にかけています。'],
  );
  expect(change).toMatchObject({ kind: 'changed' });
  const pieces = change?.kind === 'changed' ? change : null;
  expect(pieces?.before.map(({ text }) => text).join('')).toBe('返事がなくても、気にかけています。');
  expect(pieces?.after.map(({ text }) => text).join('')).toBe('返事がない日も、気にかけています。');
  expect(pieces?.before.some(({ kind }) => kind === 'del')).toBe(true);
  expect(pieces?.after.at(-1)).toEqual({ kind: 'same', text: expect.stringContaining('気にかけて') });
});

test('a paragraph about something else came, and the old one went', () => {
  expect(compareTexts(['雨の朝。'], ['電話で話す。']).map(({ kind }) => kind)).toEqual([
    'removed',
    'added',
  ]);
});

test('what came and what went between stands in its place', () => {
  const before = ['一つ目の段落です。', '二つ目の段落は消えます。', '三つ目の段落です。'];
  const after = ['一つ目の段落です。', '三つ目の段落です。', '最後に来ました。'];
  expect(compareTexts(before, after).map(({ kind }) => kind)).toEqual([
    'same',
    'removed',
    'same',
    'added',
  ]);
});

test('from nothing everything came; to nothing everything went', () => {
  expect(compareTexts([], ['朝。'])).toEqual([{ kind: 'added', text: '朝。' }]);
  expect(compareTexts(['朝。'], [])).toEqual([{ kind: 'removed', text: '朝。' }]);
  expect(compareTexts([], [])).toEqual([]);
});

test('both sides of a paragraph always read as it was and as it is', () => {
  const { before, after } = compareWords('あいさつの後に、ひとこと。', 'あいさつに、もうひとこと足す。');
  expect(before.map(({ text }) => text).join('')).toBe('あいさつの後に、ひとこと。');
  expect(after.map(({ text }) => text).join('')).toBe('あいさつに、もうひとこと足す。');
  expect(before.some(({ kind }) => kind === 'ins')).toBe(false);
  expect(after.some(({ kind }) => kind === 'del')).toBe(false);
});

const question = (id: string, over: Partial<QuizQuestion> = {}): QuizQuestion => ({
  id,
  kind: 'single',
  scene: null,
  text: ['どう声をかけますか。'],
  options: [
    { id: 'a', text: ['待つ'], right: true, feedback: ['SECRET-A'] },
    { id: 'b', text: ['急ぐ'], right: false, feedback: ['SECRET-B'] },
  ],
  feedback: ['SECRET'],
  ...over,
});
const quiz = (...questions: QuizQuestion[]): Quiz => ({ lessonId: 'l', questions });

test('questions that came, went and were rewritten are listed, without what is right or why', () => {
  const before = quiz(question('q1'), question('q2'));
  const after = quiz(
    question('q1', { text: ['どんな声をかけますか。'] }),
    question('q3', { text: ['次は、どこにつなぎますか。'] }),
  );
  const { questions } = compareQuizzes(before, after);
  expect(questions.map(({ number }) => number)).toEqual([1, 2, null]);
  expect(JSON.stringify(questions)).not.toMatch(/SECRET|right/);
});

test('where only the key or what is said about it changed, it says so and shows neither', () => {
  const before = quiz(question('q1'));
  const after = quiz(question('q1', { feedback: ['SECRET-NEW'] }));
  expect(compareQuizzes(before, after)).toEqual({ questions: [], isBehind: true });
  expect(compareQuizzes(before, before)).toEqual({ questions: [], isBehind: false });
});

test('what is to be put in order is never shown in its right order', () => {
  const options = ['一', '二', '三'].map((text, i) => ({
    id: `x${i}`,
    text: [text],
    right: true,
    feedback: null,
  }));
  const ordered = question('q', { kind: 'order', options });
  const { questions } = compareQuizzes(null, quiz(ordered));
  const shown = questions[0]!.changes.slice(1).map((c) => (c.kind === 'added' ? c.text : ''));
  expect(shown).toHaveLength(3);
  expect(shown).not.toEqual(['・一', '・二', '・三']);
});

test('questions asked first in a new version all came', () => {
  expect(compareQuizzes(null, quiz(question('q1'))).questions).toHaveLength(1);
  expect(compareQuizzes(null, null)).toEqual({ questions: [], isBehind: false });
});
