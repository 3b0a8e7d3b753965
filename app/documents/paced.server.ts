import { setImmediate } from 'node:timers/promises';
import type { Cell, Rows } from './table';

const ROWS_BETWEEN_RESTS = 500;

/** The rows one by one, with a rest now and then in which other requests are answered. */
export async function* paced(rows: Rows): AsyncGenerator<readonly Cell[]> {
  let count = 0;
  for await (const row of rows) {
    yield row;
    count += 1;
    if (count % ROWS_BETWEEN_RESTS === 0) await setImmediate();
  }
}

/** A stream that takes the next chunk only when its reader asks for it. */
export function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
