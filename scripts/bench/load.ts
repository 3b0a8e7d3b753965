import { readFileSync } from 'node:fs';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';

const CLOCK_TICKS_PER_SECOND = 100;

export type Asked = {
  method?: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
};
export type Answered = {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: number;
  text: string;
};
export type Load = {
  requests: number;
  p50: number;
  p99: number;
  cpuMs: number;
  statuses: Record<number, number>;
};

export function ask(origin: string, asked: Asked, agent?: Agent): Promise<Answered> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path: asked.path,
        method: asked.method ?? 'GET',
        headers: asked.headers,
        agent,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const body = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: body.length,
            text: response.headers['content-encoding'] ? '' : body.toString('utf8'),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(asked.body);
  });
}

/** User and system time of a process, in milliseconds. Linux only. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / CLOCK_TICKS_PER_SECOND;
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

type LoadOptions = {
  origin: string;
  pid: number;
  connections: number;
  requests: number;
  next: (i: number) => Asked;
};

/** `requests` requests over `connections` kept-open connections, after a warm-up of a fifth. */
export async function putUnderLoad({
  origin,
  pid,
  connections,
  requests,
  next,
}: LoadOptions): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const statuses: Record<number, number> = {};
  const times: number[] = [];
  let issued = 0;
  async function lane(limit: number, keep: boolean) {
    while (issued < limit) {
      const i = issued;
      issued += 1;
      const begun = performance.now();
      const { status } = await ask(origin, next(i), agent);
      if (!keep) continue;
      times.push(performance.now() - begun);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  }
  const lanes = (limit: number, keep: boolean) =>
    Promise.all(Array.from({ length: connections }, () => lane(limit, keep)));
  const warmUp = Math.ceil(requests / 5);
  await lanes(warmUp, false);
  const before = cpuOf(pid);
  await lanes(warmUp + requests, true);
  const cpu = cpuOf(pid) - before;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    cpuMs: cpu / times.length,
    statuses,
  };
}
