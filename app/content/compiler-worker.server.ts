import { parentPort, workerData } from 'node:worker_threads';
import { compileLesson, type Compiled, type LessonInput } from './compile-lesson.server';
import { compileQuiz, type QuizInput } from './compile-quiz.server';
import { loadDictionary } from './dictionary.server';
import { createAnnotate } from './furigana';

export type CompileJob = { number: number } & (
  { kind: 'lesson'; input: LessonInput } | { kind: 'quiz'; input: QuizInput }
);
export type CompileReport =
  | { kind: 'ready' }
  | { kind: 'done'; number: number; compiled: Compiled }
  | { kind: 'broken'; number: number; message: string };

const port = parentPort;
if (!port) throw new Error('The compiler runs in a worker of its own.');
const report = (message: CompileReport) => port.postMessage(message);

const annotate = createAnnotate(
  await loadDictionary(),
  (workerData as { readings: Record<string, string> }).readings,
);

port.on('message', (job: CompileJob) => {
  const compiling =
    job.kind === 'lesson'
      ? compileLesson(job.input, annotate)
      : Promise.resolve(compileQuiz(job.input, annotate));
  compiling.then(
    (compiled) => report({ kind: 'done', number: job.number, compiled }),
    (error: unknown) =>
      report({
        kind: 'broken',
        number: job.number,
        message: error instanceof Error ? error.message : String(error),
      }),
  );
});
report({ kind: 'ready' });
