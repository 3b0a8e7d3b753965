import { now } from '~/lib/clock';

/** After the reader has come to rest for so long. */
const REST_MS = 5000;
/** How far down the window one reads. */
const EYE = 0.4;

/**
 * Tells the server how far the text was read, so that another device can go on there: when the reader
 * has rested, and when she leaves. Nothing is told before she has moved in the text.
 */
export default function readingPlace(article: HTMLElement): void {
  const { address, hash } = article.dataset;
  const blocks = [...article.querySelectorAll<HTMLElement>('[id^="b-"]')];
  if (!address || !hash || blocks.length === 0) return;
  let hasMoved = false;
  let told: string | null = null;
  let timer: number | undefined;

  function whereSheIs(): string | null {
    const eye = window.innerHeight * EYE;
    const passed = blocks.filter((block) => {
      const { top, height } = block.getBoundingClientRect();
      return height > 0 && top <= eye;
    });
    return passed.at(-1)?.id.slice(2) ?? null;
  }

  function tell() {
    window.clearTimeout(timer);
    const block = hasMoved ? whereSheIs() : null;
    if (!block || block === told) return;
    told = block;
    const said = new URLSearchParams({ hash: hash!, block, at: String(now().getTime()) });
    if (navigator.sendBeacon?.(address!, said)) return;
    void fetch(address!, { method: 'POST', body: said, keepalive: true }).catch(() => undefined);
  }

  window.addEventListener(
    'scroll',
    () => {
      hasMoved = true;
      window.clearTimeout(timer);
      timer = window.setTimeout(tell, REST_MS);
    },
    { passive: true },
  );
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') tell();
  });
  window.addEventListener('pagehide', tell);
}
