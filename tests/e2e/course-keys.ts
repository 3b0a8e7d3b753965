import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export const COURSE = 'gatekeeper-first-step';

type Option = { id?: string; text: string; right?: boolean; feedback?: string };
export type Question = {
  id: string;
  kind: string;
  text: string;
  feedback?: string;
  options: Option[];
};

const folder = `content/courses/${COURSE}`;
const read = (path: string) => parse(readFileSync(path, 'utf8')) as unknown;

/** The lessons of the course, in order. */
export const LESSONS = (read(`${folder}/course.yaml`) as { lessons: string[] }).lessons;

/** The questions of a lesson, with their key, from the author's file: the browser is never told. */
export function questionsOf(lesson: string): Question[] {
  return (read(`${folder}/${lesson}/quiz.yaml`) as { questions: Question[] }).questions;
}

/** The words alone, without the readings an author may have given. */
export const plainWords = (text: string) => text.replace(/\{([^|}]+)\|[^}]+\}/g, '$1').trim();

/** What names an option on the page: its id, or in an order, whose ids tell nothing, its words. */
const nameIn = (kind: string) => (option: Option) =>
  kind === 'order' ? plainWords(option.text) : option.id!;

/** The best answer: one option, several, or all in order. */
export function keyOf({ kind, options }: Question): string[] {
  return (kind === 'order' ? options : options.filter(({ right }) => right)).map(nameIn(kind));
}

/** An answer that is not the best one. */
export function otherAnswerOf({ kind, options }: Question): string[] {
  if (kind === 'order') return options.map(nameIn(kind)).reverse();
  const others = options.filter(({ right }) => !right).map(nameIn(kind));
  return kind === 'multiple' ? others : others.slice(0, 1);
}

/** The first question of a lesson that is of this kind, with its place from 1. */
export function questionOfKind(kind: string): {
  lesson: string;
  number: number;
  question: Question;
} {
  for (const lesson of LESSONS) {
    const questions = questionsOf(lesson);
    const index = questions.findIndex((question) => question.kind === kind);
    if (index >= 0) return { lesson, number: index + 1, question: questions[index]! };
  }
  throw new Error(`The course asks no question of kind ${kind}.`);
}
