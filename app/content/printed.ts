import type { Lesson } from './lesson';
import type { PublicQuestion } from './question';

/** A lesson for paper, with its questions without what is right. */
export type PrintedLesson = {
  /** Its place in the course. */
  number: number;
  lesson: Lesson;
  questions: PublicQuestion[];
};

/** What stands at the head of each sheet. */
export type PrintedCourse = {
  slug: string;
  title: string;
  version: { number: string; day: string };
};
