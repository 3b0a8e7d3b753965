import { join } from 'node:path';
import { expect } from '@playwright/test';
import { keyOf } from '../../app/content/quiz.server';
import { COURSE } from './course-keys';
import { openDemoSession } from './demo-session';
import { readPublishedLessons, type PublishedLesson } from './published-quizzes';
import { hiddenField, type Answer, type Fields, type Visitor } from './visitor';

/** The database of the server that all browser tests share. Read only: what is in it is the server's. */
export const databasePath = () => join(process.env.TSUNAGU_E2E_DIR!, 'e2e.db');

export const FINISH = `/courses/${COURSE}/finish`;
export const quizAddress = (slug: string) => `/courses/${COURSE}/lessons/${slug}/quiz`;

export const publishedLessons = () => readPublishedLessons(databasePath(), COURSE);

export function expectRedirect({ status, location, text }: Answer, to: RegExp): string {
  expect(status, text.slice(0, 300)).toBeGreaterThanOrEqual(300);
  expect(status).toBeLessThan(400);
  expect(location).toMatch(to);
  return location!;
}

/** Opens the questions of a lesson and saves the best answer to each. The attempt, not yet submitted. */
export async function answerAll(visitor: Visitor, lesson: PublishedLesson): Promise<string> {
  const quiz = quizAddress(lesson.slug);
  const start = { lesson: lesson.slug, quiz: 'on' };
  expectRedirect(await visitor.post(`/courses/${COURSE}/start`, start), /\/quiz$/);
  const attempt = hiddenField((await visitor.get(`${quiz}?q=1`)).text, 'attempt');
  for (const question of lesson.questions) {
    const answer = { attempt, question: question.id, option: keyOf(question) };
    const { text } = await visitor.post(`${quiz}/answers`, answer);
    expect(text).toContain('"ok":true');
  }
  return attempt;
}

export function submit(visitor: Visitor, lesson: PublishedLesson, attempt: string) {
  return visitor.post(quizAddress(lesson.slug), { attempt, intent: 'submit' });
}

/** Everything but the last submit. */
export async function learnUpToTheEnd(visitor: Visitor) {
  const lessons = publishedLessons();
  const last = lessons.at(-1)!;
  for (const lesson of lessons.slice(0, -1)) {
    const attempt = await answerAll(visitor, lesson);
    expectRedirect(await submit(visitor, lesson, attempt), /\/review\//);
  }
  return { last, attempt: await answerAll(visitor, last) };
}

const PASSWORD = 'asagao to himawari';

/** A sign-up form as the visitor's own page gives it, filled in. */
export async function joinForm(
  visitor: Visitor,
  { name, email }: { name: string; email: string },
): Promise<Fields> {
  const ticket = hiddenField((await visitor.get('/join')).text, 'ticket');
  return {
    ticket,
    name,
    kana: 'シケン',
    municipalityCode: '271411',
    municipalityRelation: 'resident',
    audience: 'resident',
    ageBand: '40s',
    email,
    password: PASSWORD,
  };
}

export async function signIn(visitor: Visitor, identifier: string, password = PASSWORD) {
  expectRedirect(await visitor.post('/sign-in', { identifier, password }), /^\//);
}

/** As one of the demo people, second factor shown. */
export function signInAs(visitor: Visitor, identifier: string): void {
  const { name, value } = openDemoSession(identifier, databasePath());
  visitor.cookies.set(name, value);
}
