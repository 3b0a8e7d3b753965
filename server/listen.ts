import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const STOP_LIMIT_MS = 10_000;
const IDLE_CHECK_MS = 50;
/** Longer than proxies keep their connections, so that they never send a request into a closing one. */
const KEEP_ALIVE_MS = 75_000;

export type Listening = {
  port: number;
  /** Takes no new connection, lets running requests finish, and resolves when all are gone. */
  stop(limitMs?: number): Promise<void>;
};

export async function listen(server: Server, port: number, host: string): Promise<Listening> {
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop(limitMs = STOP_LIMIT_MS) {
      return new Promise((resolve) => {
        // A connection that was busy when closing began stays open for its next request unless asked again.
        const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
        const limit = setTimeout(() => server.closeAllConnections(), limitMs);
        server.close(() => {
          clearInterval(idle);
          clearTimeout(limit);
          resolve();
        });
      });
    },
  };
}
