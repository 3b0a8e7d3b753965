import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** The baseline: the same server and nothing behind it, answering a page of the size given in BENCH_BYTES. */
const page = 'x'.repeat(Number(process.env.BENCH_BYTES ?? 20_000));
const app = new Hono();
app.get('*', (c) => c.html(page));
app.post('*', (c) => c.json({ ok: true }));
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' }, () => {
  console.log('"ready"');
});
