import { expect, test } from 'vitest';
import { openTestStore } from '../../../tests/test-store';
import { findHealth } from './find-health.server';
import { noteClock } from './note-clock.server';
import { recordHeartbeat } from './record-heartbeat.server';

const NOON = new Date('2026-11-21T12:00:00+09:00');
const after = (ms: number) => new Date(NOON.getTime() + ms);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function newClock() {
  const store = openTestStore();
  return {
    shows: (at: Date) => store.tx((db) => noteClock(db, { at })),
    problems: async (at: Date) => {
      await store.tx((db) => recordHeartbeat(db, { at }));
      return (await findHealth(store.read, { at })).problems;
    },
  };
}

test('a clock that goes on is well, also when it is put right by five minutes', async () => {
  const clock = newClock();
  expect(await clock.shows(NOON)).toBeNull();
  expect(await clock.shows(after(HOUR))).toBeNull();
  expect(await clock.shows(after(HOUR - 5 * MINUTE))).toBeNull();
  expect(await clock.problems(after(HOUR))).toEqual([]);
});

test('a clock set back by more is told of until it has caught up', async () => {
  const clock = newClock();
  await clock.shows(NOON);
  expect(await clock.shows(after(-5 * MINUTE - 1))).toEqual({ behindMs: 5 * MINUTE + 1 });
  expect(await clock.problems(after(-5 * MINUTE))).toEqual(['clock-behind']);
  expect(await clock.shows(after(1))).toBeNull();
  expect(await clock.problems(after(1))).toEqual([]);
});

test('after a day the clock of now is the right one: it was a year ahead before', async () => {
  const clock = newClock();
  await clock.shows(after(365 * 24 * HOUR));
  expect(await clock.shows(NOON)).not.toBeNull();
  expect(await clock.shows(after(24 * HOUR - 1))).not.toBeNull();
  expect(await clock.shows(after(24 * HOUR))).toBeNull();
  expect(await clock.shows(after(25 * HOUR))).toBeNull();
});
