import { now } from '~/lib/clock';
import type { Deeds } from './deeds';

const FIRST_REST_MS = 2000;
const LONGEST_REST_MS = 60_000;

/** Sends what was done, whenever that may have become possible; `eachTime` hears how it went. */
export function sendDeeds(
  deeds: Deeds,
  eachTime: (went: 'sent' | 'waiting' | 'signed-out') => void,
): void {
  let rest = FIRST_REST_MS;
  let timer: number | undefined;

  async function send() {
    window.clearTimeout(timer);
    if (deeds.all(now().getTime()).length === 0) return;
    const went = await deeds.send(now().getTime());
    eachTime(went);
    document.dispatchEvent(new Event('deeds-sent'));
    if (went !== 'waiting') {
      rest = FIRST_REST_MS;
      return;
    }
    timer = window.setTimeout(() => void send(), rest);
    rest = Math.min(rest * 2, LONGEST_REST_MS);
  }

  document.addEventListener('deed', () => void send());
  window.addEventListener('online', () => void send());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void send();
  });
  void send();
}
