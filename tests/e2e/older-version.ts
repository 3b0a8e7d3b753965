import { expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { COURSE } from './course-keys';
import { sessionHashOf } from './session-hash';
import { databasePath } from './visitor-learning';

type Outline = { lessons: { id: string; slug: string; lessonHash: string; quizHash: string }[] };
type Rewrite = { lesson: (body: string) => string; quiz: (body: string) => string };

/**
 * Lets the learner of this page know a lesson by an earlier version, in which it read otherwise: as if
 * the one of today had been published since. Written beside the server, which reads it anew.
 */
export async function knowsOlderVersion(page: Page, slug: string, rewrite: Rewrite) {
  const idHash = await sessionHashOf(page);
  const database = new Database(databasePath());
  database.pragma('busy_timeout = 10000');
  const artifact = (hash: string) =>
    database.prepare('select kind, body from content_artifacts where hash = ?').get(hash) as {
      kind: string;
      body: string;
    };
  const keep = (hash: string, kind: string, body: string) =>
    database
      .prepare(
        'insert or ignore into content_artifacts (hash, kind, body, created_at) values (?, ?, ?, 0)',
      )
      .run(hash, kind, body);

  const now = database
    .prepare(
      `select v.course_id as courseId, v.outline from courses c
       join course_versions v on v.id = c.current_version_id where c.slug = ?`,
    )
    .get(COURSE) as { courseId: string; outline: string };
  const outline = JSON.parse(now.outline) as Outline;
  const lesson = outline.lessons.find((one) => one.slug === slug)!;
  for (const part of ['lesson', 'quiz'] as const) {
    const { kind, body } = artifact(lesson[`${part}Hash`]);
    const older = rewrite[part](body);
    expect(older).not.toBe(body);
    lesson[`${part}Hash`] = `older-${slug}-${part}`;
    keep(lesson[`${part}Hash`], kind, older);
  }
  const id = `older-${slug}`;
  database
    .prepare(
      `insert or ignore into course_versions (id, course_id, number, content_hash, outline, published_at)
       values (?, ?, 0, ?, ?, 0)`,
    )
    .run(id, now.courseId, id, JSON.stringify(outline));
  const { changes } = database
    .prepare(
      `update lesson_progress set version_id = ?, known_version_id = null
       where lesson_id = ? and enrolment_id in (
         select e.id from enrolments e join login_sessions s on s.person_id = e.person_id
         where s.id_hash = ?)`,
    )
    .run(id, lesson.id, idHash);
  database.close();
  expect(changes).toBe(1);
}
