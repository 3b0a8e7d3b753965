import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { SERVER_FLAGS } from '../child.mjs';

export type Running = { origin: string; pid: number; stop(): Promise<void> };

/** Starts a script of the project on `port` and waits for its line "ready". */
export async function startChild(
  script: string,
  port: number,
  env: Record<string, string>,
): Promise<Running> {
  const child: ChildProcess = spawn(
    process.execPath,
    [...SERVER_FLAGS, '--import', 'tsx', script],
    {
      env: { ...process.env, ...env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.includes('"ready"')) resolve();
    });
    void ended.then(() => reject(new Error(`${script} ended before it was ready`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
