import { now } from '~/lib/clock';
import type { Sent, Unsent } from './outbox';

const PATIENCE_MS = 10_000;

/** Sends one answer. Only the server's own words count as kept: a page of a hotel's network does not. */
export async function postAnswer(item: Unsent): Promise<Sent> {
  const body = new URLSearchParams({ attempt: item.attempt, question: item.question });
  for (const id of item.response) body.append('option', id);
  body.set('answeredAt', String(item.answeredAt));
  body.set('sentAt', String(now().getTime()));
  try {
    const answer = await fetch(item.address, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const said = (await answer.json()) as { ok?: boolean; savedAt?: string; held?: string[] };
    if (said.ok === true && said.savedAt && said.held) {
      return { state: 'saved', savedAt: said.savedAt, held: said.held };
    }
    if (said.ok !== false) return { state: 'waiting' };
    if (answer.status === 401) return { state: 'signed-out' };
    if (answer.status === 404) return { state: 'foreign' };
    return { state: answer.status === 400 || answer.status === 409 ? 'closed' : 'waiting' };
  } catch {
    return { state: 'waiting' };
  }
}
