import { expect, test } from 'vitest';
import { readResponse } from './read-response';

function form(fields: [string, string][]) {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

test('boxes come as they were ticked', () => {
  expect(
    readResponse(
      form([
        ['option', 'b'],
        ['option', 'a'],
      ]),
    ),
  ).toEqual(['b', 'a']);
});

test('an order comes by the places given', () => {
  expect(
    readResponse(
      form([
        ['place-a', '3'],
        ['place-b', '1'],
        ['place-c', '2'],
      ]),
    ),
  ).toEqual(['b', 'c', 'a']);
});

test.each([
  [
    [
      ['place-a', '1'],
      ['place-b', '1'],
    ],
  ],
  [
    [
      ['place-a', '1'],
      ['place-b', ''],
    ],
  ],
  [
    [
      ['place-a', '1'],
      ['place-b', '3'],
    ],
  ],
  [[]],
])('places %j are no order', (fields) => {
  expect(readResponse(form(fields as [string, string][]))).toEqual([]);
});
