import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { COURSE } from './course-keys';
import { sessionHashOf } from './session-hash';
import { databasePath } from './visitor-learning';

type Outline = {
  title: string;
  lessons: { id: string; slug: string; quizHash: string | null; questionCount: number }[];
  editions?: unknown;
};

/** A course of one learner alone, whose lessons ask nothing. */
export type ReadingCourse = { slug: string; courseId: string; lessons: string[] };

function open() {
  const database = new Database(databasePath());
  database.pragma('busy_timeout = 10000');
  return database;
}

/**
 * Lets the learner of this page have begun a course of two lessons without questions. It is out of print, so
 * nobody else meets it. Written beside the server, which reads it anew.
 */
export async function beginReadingCourse(page: Page): Promise<ReadingCourse> {
  const idHash = await sessionHashOf(page);
  const database = open();
  const { programme, outline } = database
    .prepare(
      `select c.programme_code as programme, v.outline from courses c
       join course_versions v on v.id = c.current_version_id where c.slug = ?`,
    )
    .get(COURSE) as { programme: string; outline: string };
  const whole = JSON.parse(outline) as Outline;
  const lessons = whole.lessons.slice(0, 2).map((lesson) => ({
    ...lesson,
    ...{ quizHash: null, questionCount: 0 },
  }));
  const courseId = randomUUID();
  const slug = `reading-${courseId.slice(0, 8)}`;
  const versionId = `${courseId}-1`;
  const { person } = database
    .prepare('select person_id as person from login_sessions where id_hash = ?')
    .get(idHash) as { person: string };
  database.transaction(() => {
    database
      .prepare(
        `insert into courses (id, slug, programme_code, current_version_id, retired_at)
         values (?, ?, ?, ?, 1)`,
      )
      .run(courseId, slug, programme, versionId);
    database
      .prepare(
        `insert into course_versions (id, course_id, number, content_hash, outline, published_at)
         values (?, ?, 1, ?, ?, 0)`,
      )
      .run(versionId, courseId, versionId, JSON.stringify({ ...whole, lessons, editions: {} }));
    database
      .prepare(
        `insert into enrolments (id, person_id, course_id, version_id, started_at, last_seen_at)
         values (?, ?, ?, ?, 0, 0)`,
      )
      .run(randomUUID(), person, courseId, versionId);
  })();
  database.close();
  return { slug, courseId, lessons: lessons.map((lesson) => lesson.slug) };
}

/** Publishes the course anew, with questions in its first lesson. */
export function addQuestions({ courseId }: ReadingCourse): void {
  const database = open();
  const outlineOf = (where: string, of: string) => {
    const row = database.prepare(`select outline from course_versions where ${where}`).get(of);
    return JSON.parse((row as { outline: string }).outline) as Outline;
  };
  const now = outlineOf('course_id = ?', courseId);
  const [asked] = outlineOf(
    'id = (select current_version_id from courses where slug = ?)',
    COURSE,
  ).lessons;
  const lessons = [asked!, ...now.lessons.slice(1)];
  const id = `${courseId}-2`;
  database
    .prepare(
      `insert into course_versions (id, course_id, number, content_hash, outline, published_at)
       values (?, ?, 2, ?, ?, 0)`,
    )
    .run(id, courseId, id, JSON.stringify({ ...now, lessons }));
  database.prepare('update courses set current_version_id = ? where id = ?').run(id, courseId);
  database.close();
}

/** How often each lesson of the course is marked as done, whoever did it. */
export function doneLessons({ courseId }: ReadingCourse): number {
  const database = open();
  const { done } = database
    .prepare(
      `select count(*) as done from lesson_progress p join enrolments e on e.id = p.enrolment_id
       where e.course_id = ? and p.done_at is not null`,
    )
    .get(courseId) as { done: number };
  database.close();
  return done;
}

/** Ends her session on the server, as when it has run out. */
export async function endSession(page: Page): Promise<void> {
  const idHash = await sessionHashOf(page);
  const database = open();
  database.prepare('delete from login_sessions where id_hash = ?').run(idHash);
  database.close();
}
