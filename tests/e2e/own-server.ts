import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The production server on a database of its own, which may be cut off at any moment. */
export class OwnServer {
  origin = '';
  /** Settles when the server answers, or answers again. */
  up: Promise<void> = Promise.resolve();
  private child: ChildProcess | null = null;
  private isOver = false;

  constructor(
    private readonly databasePath: string,
    private readonly env: Record<string, string> = {},
  ) {}

  start(): Promise<void> {
    this.up = this.spawn();
    return this.up;
  }

  cutAndStart(): Promise<void> {
    this.up = this.cut().then(() => this.spawn());
    return this.up;
  }

  /** For good: one that is about to be started again is not. */
  stop(): Promise<void> {
    this.isOver = true;
    return this.cut();
  }

  private async spawn(): Promise<void> {
    if (this.isOver) return;
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        DEMO: 'off',
        PORT: '0',
        ORIGIN: 'http://localhost',
        SECRET: 'only-for-a-test-that-has-a-server-of-its-own',
        DATABASE_PATH: this.databasePath,
        LOG_LEVEL: 'info',
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const port = await new Promise<number>((resolve, reject) => {
      let complaint = '';
      child.stderr.on('data', (text: Buffer) => (complaint = text.toString()));
      child.once('exit', (code) =>
        reject(new Error(`the server ended with ${code}: ${complaint}`)),
      );
      createInterface({ input: child.stdout }).on('line', (line) => {
        const ready = /"port":(\d+).*"msg":"ready"/.exec(line);
        if (ready) resolve(Number(ready[1]));
      });
    });
    this.origin = `http://127.0.0.1:${port}`;
  }

  /** No signal it could hear: what is not on the disk is gone. */
  private async cut(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.removeAllListeners('exit');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
}
