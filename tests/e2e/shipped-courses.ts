import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Question } from './course-keys';

const FOLDER = 'content/courses';
const EDITIONS = ['', 'easy', 'en'] as const;
export type ShippedEdition = (typeof EDITIONS)[number];

export type ShippedCourse = {
  slug: string;
  edition: ShippedEdition;
  /** Where the course stands in this edition. */
  at: string;
  /** Slugs, in order. */
  lessons: string[];
};

const read = (path: string) => parse(readFileSync(path, 'utf8')) as unknown;
const named = (name: string, edition: ShippedEdition, kind: string) =>
  `${name}${edition ? `.${edition}` : ''}.${kind}`;

/** Every course that is shipped, once for each edition it has. */
export const SHIPPED: ShippedCourse[] = readdirSync(FOLDER).flatMap((slug) => {
  const { lessons } = read(join(FOLDER, slug, 'course.yaml')) as { lessons: string[] };
  return EDITIONS.filter((edition) =>
    existsSync(join(FOLDER, slug, named('course', edition, 'yaml'))),
  ).map((edition) => ({
    slug,
    edition,
    at: `${edition ? `/${edition}` : ''}/courses/${slug}`,
    lessons,
  }));
});

/** The questions of a lesson with their key, in the words of an edition; none when the lesson asks nothing. */
export function shippedQuestions({ slug, edition }: ShippedCourse, lesson: string): Question[] {
  const folder = join(FOLDER, slug, lesson);
  const original = join(folder, 'quiz.yaml');
  if (!existsSync(original)) return [];
  const { questions } = read(original) as { questions: Question[] };
  const path = join(folder, named('quiz', edition, 'yaml'));
  if (!edition || !existsSync(path)) return questions;
  const worded = (read(path) as { questions: Question[] }).questions;
  return questions.map((question, i) => ({
    ...question,
    options: question.options.map((option, j) => ({
      ...option,
      text: worded[i]!.options[j]!.text,
    })),
  }));
}
