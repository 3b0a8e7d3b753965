import { now } from '~/lib/clock';
import { post } from '../quiz/post-answer';
import type { Deed, Heard } from './deeds';

/** Sends one deed, with whose it is: the server takes it from nobody else. */
export async function postDeed(deed: Deed, reader: string): Promise<Heard> {
  const { address, hash, block = '', at } = deed;
  const times = { at: String(at), sentAt: String(now().getTime()) };
  const answer = await post(address, new URLSearchParams({ reader, hash, block, ...times }));
  if (!answer) return { state: 'waiting' };
  const { status, said } = answer;
  if (said.ok) return { state: 'saved', savedAt: said.savedAt, to: said.to };
  if (status === 401) return { state: 'signed-out' };
  if (status === 403) return { state: 'foreign' };
  if (status === 409) return { state: 'not-taken', why: 'questions' };
  return status === 400 || status === 404
    ? { state: 'not-taken', why: 'unknown' }
    : { state: 'waiting' };
}
