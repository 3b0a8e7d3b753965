import { expect, test } from 'vitest';
import { readSentAnswer } from './sent-answer';

const AT = new Date('2026-09-15T12:00:00+09:00');

function form(fields: Record<string, string | string[]>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) data.append(name, one);
  }
  return data;
}

const answer = { attempt: 'a1', question: 'q1', option: ['b', 'a'] };

test('an answer keeps the order of its options', () => {
  expect(readSentAnswer(form(answer), AT)).toEqual({
    attemptId: 'a1',
    questionId: 'q1',
    response: ['b', 'a'],
    answeredAt: AT,
  });
});

test('the age of a choice is told by the device, its clock is not trusted', () => {
  const yearAhead = AT.getTime() + 365 * 24 * 3600 * 1000;
  const sent = { ...answer, answeredAt: String(yearAhead), sentAt: String(yearAhead + 5000) };
  expect(readSentAnswer(form(sent), AT)?.answeredAt).toEqual(new Date(AT.getTime() - 5000));
});

test('a choice that claims to come after its sending was made now', () => {
  const sent = { ...answer, answeredAt: '9000', sentAt: '5000' };
  expect(readSentAnswer(form(sent), AT)?.answeredAt).toEqual(AT);
});

test.each([
  { ...answer, attempt: '' },
  { ...answer, option: [] },
  { ...answer, option: Array.from({ length: 21 }, (_, i) => `o${i}`) },
  { ...answer, answeredAt: 'yesterday' },
  { question: 'q1', option: ['a'] },
])('%j is not an answer', (fields) => {
  expect(readSentAnswer(form(fields), AT)).toBeNull();
});
