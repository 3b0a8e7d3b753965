import { expect, test } from 'vitest';
import type { Lesson } from '~/content/lesson';
import type { LessonOutline } from '~/content/outline';
import type { Quiz } from '~/content/quiz.server';
import type { Db } from '~/db/store.server';
import { findCourse } from '~/domain/courses/find-course.server';
import { keepArtifacts } from '~/domain/courses/keep-artifacts.server';
import { publishCourse } from '~/domain/courses/publish-course.server';
import { findProgress } from '~/domain/learning/find-progress.server';
import { finishLesson } from '~/domain/learning/finish-lesson.server';
import { keepKnownVersion } from '~/domain/learning/keep-known-version.server';
import { openLesson } from '~/domain/learning/open-lesson.server';
import { AT, makeEnrolment, makePerson, makeProgramme } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { findAddedLessons, findRenewal } from './find-renewals.server';

type Text = { id: string; text: string; quiz?: string; compiled?: string };

function lessonOf({ id, text }: Text): Lesson {
  return {
    ...{ id, slug: id, plainTitle: id, title: [id], goal: ['目標'], minutes: 5 },
    ...{ contentNote: null, sources: [], body: [['p', 0, text]] },
  };
}

function quizOf({ id, quiz }: Text): Quiz {
  const options = ['a', 'b'].map((option) => ({
    ...{ id: option, text: [option], right: option === 'a', feedback: null },
  }));
  const question = { id: 'q', kind: 'single' as const, scene: null, text: [quiz!], options };
  return { lessonId: id, questions: [{ ...question, feedback: null }] };
}

let courses = 0;

/** A course that is published anew with each call. */
async function aCourse() {
  const { read: db } = openTestStore();
  const { code } = await makeProgramme(db);
  courses += 1;
  const id = `renewed-${courses}`;
  let version = 0;
  const publish = async (...texts: Text[]) => {
    version += 1;
    const lessons: LessonOutline[] = [];
    for (const text of texts) {
      const lessonHash = `${id} ${JSON.stringify([text.id, text.text, text.compiled])}`;
      const quizHash = text.quiz ? `${id} ${text.id} ${text.quiz}` : null;
      const artifacts = [
        { hash: lessonHash, kind: 'lesson', body: JSON.stringify(lessonOf(text)) },
      ];
      if (quizHash)
        artifacts.push({ hash: quizHash, kind: 'quiz', body: JSON.stringify(quizOf(text)) });
      await keepArtifacts(db, { artifacts: artifacts as never, at: AT });
      const named = { id: text.id, slug: text.id, title: text.id, minutes: 5 };
      lessons.push({ ...named, lessonHash, quizHash, questionCount: quizHash ? 1 : 0 });
    }
    const outline = { title: id, summary: '', minutes: 5, lessons };
    const named = { id, slug: id, programmeCode: code };
    await publishCourse(db, { ...named, contentHash: `${id}-${version}`, outline, at: AT });
    return (await findCourse(db, { slug: id }))!;
  };
  return { db, publish };
}

async function begin(db: Db, course: { id: string; version: { id: string } }) {
  const { id: personId } = await makePerson(db);
  const { id: enrolmentId } = await makeEnrolment(db, { personId, courseId: course.id });
  const { id: versionId } = course.version;
  const steps = async () => (await findProgress(db, { enrolmentId })).steps;
  return {
    enrolmentId,
    steps,
    open: (lessonId: string) => openLesson(db, { enrolmentId, lessonId, versionId, at: AT }),
    finish: (lessonId: string) => finishLesson(db, { enrolmentId, lessonId, versionId, at: AT }),
  };
}

test('a lesson that was done in another text says so; the tick stays', async () => {
  const { db, publish } = await aCourse();
  const first = await publish({ id: 'l1', text: '朝。' }, { id: 'l2', text: '夜。' });
  const her = await begin(db, first);
  await her.finish('l1');
  await her.open('l2');
  const course = await publish({ id: 'l1', text: '昼。' }, { id: 'l2', text: '夜。' });
  const [l1, l2] = course.version.outline.lessons;
  const known = { course, steps: await her.steps() };
  expect(await findRenewal(db, known, l1!)).toMatchObject({ done: true, version: { number: 1 } });
  expect(await findRenewal(db, known, l2!)).toBeNull();
});

test('nothing changed where only the compiler did, or where it was changed and changed back', async () => {
  const { db, publish } = await aCourse();
  const her = await begin(db, await publish({ id: 'l1', text: '朝。' }));
  await her.finish('l1');
  const compiled = await publish({ id: 'l1', text: '朝。', compiled: 'anew' });
  const lesson = () => compiled.version.outline.lessons[0]!;
  expect(
    await findRenewal(db, { course: compiled, steps: await her.steps() }, lesson()),
  ).toBeNull();
  await publish({ id: 'l1', text: '昼。' });
  const back = await publish({ id: 'l1', text: '朝。' });
  const again = { course: back, steps: await her.steps() };
  expect(await findRenewal(db, again, back.version.outline.lessons[0]!)).toBeNull();
});

test('new questions are a change; so is a text that she opened and had not done', async () => {
  const { db, publish } = await aCourse();
  const her = await begin(db, await publish({ id: 'l1', text: '朝。' }));
  await her.open('l1');
  const course = await publish({ id: 'l1', text: '朝。', quiz: 'どうしますか。' });
  const known = { course, steps: await her.steps() };
  expect(await findRenewal(db, known, course.version.outline.lessons[0]!)).toMatchObject({
    done: false,
  });
});

test('once she has seen what changed it is told no more, until it changes again', async () => {
  const { db, publish } = await aCourse();
  const her = await begin(db, await publish({ id: 'l1', text: '朝。' }));
  await her.finish('l1');
  const second = await publish({ id: 'l1', text: '昼。' });
  const seen = { enrolmentId: her.enrolmentId, lessonId: 'l1', versionId: second.version.id };
  await keepKnownVersion(db, seen);
  const known = { course: second, steps: await her.steps() };
  expect(await findRenewal(db, known, second.version.outline.lessons[0]!)).toBeNull();
  const third = await publish({ id: 'l1', text: '夕方。' });
  const later = { course: third, steps: await her.steps() };
  expect(await findRenewal(db, later, third.version.outline.lessons[0]!)).toMatchObject({
    version: { number: 2 },
  });
});

test('a lesson that came is new to who has learned before, and to nobody else', async () => {
  const { db, publish } = await aCourse();
  const first = await publish({ id: 'l1', text: '朝。' }, { id: 'l2', text: '夜。' });
  const her = await begin(db, first);
  await her.finish('l1');
  const course = await publish(
    { id: 'l1', text: '朝。' },
    { id: 'l2', text: '夜。' },
    { id: 'l3', text: '翌日。' },
  );
  const added = async (steps: Awaited<ReturnType<typeof her.steps>>) =>
    (await findAddedLessons(db, { course, steps })).map(({ id }) => id);
  expect(await added(await her.steps())).toEqual(['l3']);
  expect(await added([])).toEqual([]);
  const other = await begin(db, course);
  await other.open('l1');
  expect(await added(await other.steps())).toEqual([]);
});
