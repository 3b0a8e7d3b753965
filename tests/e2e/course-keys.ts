import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export const COURSE = 'gatekeeper-first-step';

type Option = { id: string; right?: boolean };
export type Question = { id: string; kind: string; options: Option[] };

const folder = `content/courses/${COURSE}`;
const read = (path: string) => parse(readFileSync(path, 'utf8')) as unknown;

/** The lessons of the course, in order. */
export const LESSONS = (read(`${folder}/course.yaml`) as { lessons: string[] }).lessons;

/** The questions of a lesson, with their key, from the author's file: the browser is never told. */
export function questionsOf(lesson: string): Question[] {
  return (read(`${folder}/${lesson}/quiz.yaml`) as { questions: Question[] }).questions;
}

/** The options of the best answer: one, several, or all in order. */
export function keyOf({ kind, options }: Question): string[] {
  return (kind === 'order' ? options : options.filter(({ right }) => right)).map(({ id }) =>
    String(id),
  );
}
