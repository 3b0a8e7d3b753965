import { expect, test } from 'vitest';
import { AT, makeCourse, makeEnrolment, makePerson } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { findProgress } from './find-progress.server';
import { keepKnownVersion } from './keep-known-version.server';
import { keepPlace } from './keep-place.server';
import { openLesson } from './open-lesson.server';
import { uniteEnrolments } from './unite-enrolments.server';

const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

async function begun() {
  const { read: db } = openTestStore();
  const { id: personId } = await makePerson(db);
  const course = await makeCourse(db);
  const { id: enrolmentId } = await makeEnrolment(db, { personId, courseId: course.id });
  const opened = { enrolmentId, lessonId: 'l1', versionId: course.version.id };
  await openLesson(db, { ...opened, at: AT });
  const at = (block: number, minutes: number) =>
    keepPlace(db, { enrolmentId, lessonId: 'l1', block, hash: 'h', at: later(minutes) });
  const place = async () => (await findProgress(db, { enrolmentId })).steps[0]?.placeBlock;
  return { db, course, enrolmentId, at, place };
}

test('of two devices the one that read later holds, in whatever order they are heard', async () => {
  const { at, place } = await begun();
  await at(7, 10);
  await at(3, 5);
  expect(await place()).toBe(7);
  await at(2, 20);
  expect(await place()).toBe(2);
});

test('the same place sent again changes nothing', async () => {
  const { at, place } = await begun();
  await at(7, 10);
  await at(7, 10);
  expect(await place()).toBe(7);
});

test('a lesson that was never opened gets no place', async () => {
  const { db, enrolmentId } = await begun();
  await keepPlace(db, { enrolmentId, lessonId: 'l2', block: 1, hash: 'h', at: AT });
  expect((await findProgress(db, { enrolmentId })).steps.map(({ lessonId }) => lessonId)).toEqual([
    'l1',
  ]);
});

test('having seen the changes leaves when and in which version the lesson was opened', async () => {
  const { db, course, enrolmentId } = await begun();
  await keepKnownVersion(db, { enrolmentId, lessonId: 'l1', versionId: 'v2' });
  const { steps } = await findProgress(db, { enrolmentId });
  expect(steps).toMatchObject([{ versionId: course.version.id, knownVersionId: 'v2' }]);
});

test('when two enrolments become one the later place holds', async () => {
  const { db, course, enrolmentId, at, place } = await begun();
  await at(7, 10);
  const { id: personId } = await makePerson(db);
  const other = await makeEnrolment(db, { personId, courseId: course.id });
  const opened = { enrolmentId: other.id, lessonId: 'l1', versionId: course.version.id };
  await openLesson(db, { ...opened, at: AT });
  const there = { enrolmentId: other.id, lessonId: 'l1', block: 9, hash: 'h' };
  await keepPlace(db, { ...there, at: later(30) });
  await uniteEnrolments(db, { fromId: other.id, intoId: enrolmentId });
  expect(await place()).toBe(9);
});
