import type { LessonSourceNote } from './library';
import type { Inline, TreeNode } from './tree';

/** A compiled lesson, ready to be drawn. */
export type Lesson = {
  id: string;
  slug: string;
  plainTitle: string;
  title: Inline;
  goal: Inline;
  minutes: number;
  contentNote: { about: Inline; skip: Inline } | null;
  sources: LessonSourceNote[];
  body: TreeNode[];
};

/** Reads a stored artifact of kind `lesson`. */
export function parseLesson(body: string): Lesson {
  return JSON.parse(body) as Lesson;
}
