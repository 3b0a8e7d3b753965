import { now } from '~/lib/clock';
import type { HandedIn, HandIn } from './hand-ins';
import type { Sent, Unsent } from './outbox';

const PATIENCE_MS = 10_000;

type Said = {
  ok?: boolean;
  reason?: string;
  savedAt?: string;
  held?: string[];
  review?: string;
  to?: string;
};

/** Only the server's own words count: a page of a hotel's network does not. Null when there was none. */
export async function post(
  address: string,
  body: URLSearchParams,
): Promise<{ status: number; said: Said } | null> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const said = (await answer.json()) as Said;
    return typeof said.ok === 'boolean' ? { status: answer.status, said } : null;
  } catch {
    return null;
  }
}

/** Sends one answer. */
export async function postAnswer(item: Unsent): Promise<Sent> {
  const body = new URLSearchParams({ attempt: item.attempt, question: item.question });
  for (const id of item.response) body.append('option', id);
  body.set('answeredAt', String(item.answeredAt));
  body.set('sentAt', String(now().getTime()));
  if (item.quiz) body.set('quiz', item.quiz);
  const answer = await post(item.address, body);
  if (!answer) return { state: 'waiting' };
  const { status, said } = answer;
  if (said.ok && said.savedAt && said.held) {
    return { state: 'saved', savedAt: said.savedAt, held: said.held };
  }
  if (said.ok) return { state: 'waiting' };
  if (status === 401) return { state: 'signed-out' };
  if (status === 404) return { state: 'foreign' };
  if (status !== 400 && status !== 409) return { state: 'waiting' };
  const why = said.reason === 'submitted' ? 'submitted' : 'changed';
  return { state: 'closed', why, review: said.review };
}

/** Closes an attempt. */
export async function postHandIn(item: HandIn): Promise<HandedIn> {
  const body = new URLSearchParams({ attempt: item.attempt, intent: 'hand-in' });
  const answer = await post(item.address, body);
  if (!answer) return { state: 'waiting' };
  const { status, said } = answer;
  if (said.ok && said.review) return { state: 'handed-in', review: said.review };
  if (status === 401) return { state: 'signed-out' };
  if (status === 404) return { state: 'foreign' };
  return said.reason === 'unanswered' ? { state: 'incomplete' } : { state: 'waiting' };
}
