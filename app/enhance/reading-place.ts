import { now } from '~/lib/clock';
import { Deeds } from './offline/deeds';
import { postDeed } from './offline/post-deed';
import { findKeptAt, findReader } from './quiz/reader';
import { findShelf } from './quiz/shelf';

/** After the reader has come to rest for so long. */
const REST_MS = 5000;
/** How far down the window one reads. */
const EYE = 0.4;

/**
 * Puts on this device how far the text was read, to be told to the server, so that another device can go on
 * there: when the reader has rested, and when she leaves. Nothing is told before she has moved in the text,
 * but for that she is in this lesson, where the server has not seen her come.
 */
export default function readingPlace(article: HTMLElement): void {
  const { address, hash } = article.dataset;
  const blocks = [...article.querySelectorAll<HTMLElement>('[id^="b-"]')];
  if (!address || !hash || blocks.length === 0) return;
  const reader = findReader();
  const deeds = new Deeds(findShelf(), (deed) => postDeed(deed, reader), reader);
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
    put('place', block);
  }

  function put(kind: 'opened' | 'place', block?: string) {
    deeds.put({ kind, address: address!, hash: hash!, block, at: now().getTime() });
    document.dispatchEvent(new Event('deed'));
  }

  if (findKeptAt()) put('opened');
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
