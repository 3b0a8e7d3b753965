import { parentPort } from 'node:worker_threads';
import type { Compiled, LessonInput } from './compile-lesson.server';
import type { QuizInput } from './compile-quiz.server';
import { loadDictionary } from './dictionary.server';
import type { Edition } from '../lib/edition';
import { createAnnotate, type Annotate } from './furigana';
import { stripFurigana } from './furigana-marks';
import { readBeside } from './words-beside';

export type CompileJob = { number: number } & (
  | { kind: 'lesson'; input: LessonInput }
  | { kind: 'quiz'; input: QuizInput }
  | { kind: 'words'; texts: string[] }
);
/** The readings of a library come before its first text. */
export type CompilerMessage = { kind: 'readings'; readings: Record<string, string> } | CompileJob;
export type CompileReport =
  | { kind: 'ready' }
  | { kind: 'done'; number: number; compiled: Compiled }
  | { kind: 'broken'; number: number; message: string };

const port = parentPort;
if (!port) throw new Error('The compiler runs in a worker of its own.');
const report = (message: CompileReport) => port.postMessage(message);

// The bundler is read while the dictionary unpacks: together they are most of the wait for one text.
const unpacking = loadDictionary();
const { compileLesson } = await import('./compile-lesson.server');
const { compileQuiz } = await import('./compile-quiz.server');
const dictionary = await unpacking;
let annotate = createAnnotate(dictionary, {});

/** English has no readings: a word in kanji stands there as it is. */
const asItStands: Annotate = (marked) => ({ nodes: [stripFurigana(marked)], unread: [] });
const annotateFor = (edition: Edition | undefined) => (edition === 'en' ? asItStands : annotate);

port.on('message', (message: CompilerMessage) => {
  if (message.kind === 'readings') annotate = createAnnotate(dictionary, message.readings);
  else compile(message);
});
report({ kind: 'ready' });

async function compiled(job: CompileJob): Promise<Compiled> {
  if (job.kind === 'words')
    return { ok: true, body: JSON.stringify(readBeside(job.texts, annotate)) };
  const words = annotateFor(job.input.edition);
  return job.kind === 'lesson' ? await compileLesson(job.input, words) : compileQuiz(job.input, words);
}

function compile(job: CompileJob) {
  compiled(job).then(
    (text) => report({ kind: 'done', number: job.number, compiled: text }),
    (error: unknown) =>
      report({
        kind: 'broken',
        number: job.number,
        message: error instanceof Error ? error.message : String(error),
      }),
  );
}
