import { Worker } from 'node:worker_threads';
import type { Compiled } from './compile-lesson.server';
import type { CompileJob, CompileReport, CompilerMessage } from './compiler-worker.server';

const READY_LIMIT_MS = 60_000;
const JOB_LIMIT_MS = 20_000;
const MEMORY_LIMIT_MB = 512;

export type Task = CompileJob extends infer J
  ? J extends unknown
    ? Omit<J, 'number'>
    : never
  : never;

export type StartedWorker = { worker: Worker; isReady: Promise<boolean> };

/** Starts the worker ahead of its first text: reading the dictionary takes longer than most texts. */
export function startWorker(): StartedWorker {
  const worker = new Worker(new URL('./compiler-boot.mjs', import.meta.url), {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  });
  const isReady = hear(worker, READY_LIMIT_MS, (message) => message.kind === 'ready', true).then(
    (report) => report !== null,
  );
  // Whoever asks for a text hears of it; nobody may ever ask.
  isReady.catch(() => {});
  return { worker, isReady };
}

/** Authors' texts are compiled in a worker that has no environment, a bounded memory and a bounded time. */
export class Compiler {
  private worker: Worker | null = null;
  private count = 0;

  constructor(
    private readonly readings: Record<string, string>,
    private started: StartedWorker | null = null,
  ) {}

  async compile(task: Task): Promise<Compiled> {
    const worker = (this.worker ??= await this.start());
    const number = ++this.count;
    worker.postMessage({ ...task, number });
    const report = await hear(
      worker,
      JOB_LIMIT_MS,
      (message) => message.kind !== 'ready' && message.number === number,
    );
    if (report?.kind === 'done') return report.compiled;
    // One text that trips the compiler must not keep the others from their readers.
    if (report?.kind === 'broken') {
      const reason = `この文書を組み立てられませんでした（${report.message.split('\n')[0] ?? ''}）`;
      const remedy = 'いま変えたところを一つずつ戻して、原因の行をお確かめください';
      return { ok: false, problems: [{ line: 1, column: 1, reason, remedy }] };
    }
    await this.close();
    return {
      ok: false,
      problems: [
        {
          line: 1,
          column: 1,
          reason: '時間か記憶の上限までに読み終えられませんでした',
          remedy: '記号の繰り返しや入れ子を減らして、短くしてください',
        },
      ],
    };
  }

  async close(): Promise<void> {
    const worker = this.worker ?? this.started?.worker;
    this.worker = null;
    this.started = null;
    await worker?.terminate();
  }

  private async start(): Promise<Worker> {
    const { worker, isReady } = this.started ?? startWorker();
    this.started = null;
    if (!(await isReady)) {
      await worker.terminate();
      throw new Error('The compiler did not start.');
    }
    const message: CompilerMessage = { kind: 'readings', readings: this.readings };
    worker.postMessage(message);
    return worker;
  }
}

/** The next fitting report, or null when the worker falls silent or dies. */
function hear(
  worker: Worker,
  limitMs: number,
  fits: (report: CompileReport) => boolean,
  rethrow = false,
): Promise<CompileReport | null> {
  return new Promise((resolve, reject) => {
    const onMessage = (report: CompileReport) => fits(report) && finish(report);
    const onError = (error: Error) => {
      if (rethrow) reject(error);
      finish(null);
    };
    const onExit = () => finish(null);
    const timer = setTimeout(onExit, limitMs);
    const finish = (report: CompileReport | null) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(report);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
