import { expect, test } from 'vitest';
import { readAge } from './read-age';

const NOW = new Date('2026-09-15T12:00:00+09:00');
const told = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return readAge(form, 'at', NOW);
};

test('the age is told by the device, its clock is not trusted', () => {
  const yearAhead = NOW.getTime() + 365 * 24 * 3600 * 1000;
  const sentAt = String(yearAhead + 5000);
  expect(told({ at: String(yearAhead), sentAt })).toEqual(new Date(NOW.getTime() - 5000));
  expect(told({ at: '9000', sentAt: '5000' })).toEqual(NOW);
});

test('without the time of sending a clock that runs ahead counts as now', () => {
  expect(told({ at: '99999999999999' })).toEqual(NOW);
  expect(told({ at: '5000' })).toEqual(new Date(5000));
});

test.each([{}, { at: 'soon' }, { at: '-1' }, { at: '1.5' }])('%j is no time', (fields) => {
  expect(told(fields as Record<string, string>)).toBeNull();
});
