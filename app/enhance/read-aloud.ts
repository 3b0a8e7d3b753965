type Said = 'play' | 'pause' | 'stop' | 'trouble';
type State = 'silent' | 'speaking' | 'paused';

/** Browsers cut an utterance that lasts too long; a sentence never does. */
const SENTENCE = /[^。！？!?]+[。！？!?]*[」』）)"”’]*/gu;
const NOT_READ = '.cite, rt, rp, .sr-only, [hidden], button, select';

/**
 * Reads a lesson aloud, paragraph by paragraph, and marks where it is. It comes into view only where the
 * device has a voice for the language of the text; the voice of the device itself comes first.
 */
export default function readAloud(root: HTMLElement): void {
  const article = root.closest<HTMLElement>('article');
  const speech = window.speechSynthesis as SpeechSynthesis | undefined;
  if (!article || !speech || typeof SpeechSynthesisUtterance === 'undefined') return;
  const language = (article.closest<HTMLElement>('[lang]')?.lang || 'ja').slice(0, 2).toLowerCase();
  const parts = [
    ...article.querySelectorAll<HTMLElement>('h1, .notice.care p, .lesson-goal, [id^="b-"]'),
  ].filter((part) => spoken(part) !== '');
  const live = root.querySelector('[aria-live]');
  const button = (name: string) => root.querySelector<HTMLButtonElement>(`[data-do="${name}"]`);
  const speed = root.querySelector<HTMLSelectElement>('select');
  let state: State = 'silent';
  let at = 0;
  /** Each beginning has its own number, so that the end of one that was broken off moves nothing. */
  let turn = 0;

  function voice(): SpeechSynthesisVoice | null {
    const fit = (speech as SpeechSynthesis)
      .getVoices()
      .filter(({ lang }) => lang.slice(0, 2).toLowerCase() === language);
    return fit.find(({ localService }) => localService) ?? fit[0] ?? null;
  }

  function show(next: State, said?: Said) {
    state = next;
    const play = button('play');
    if (play) {
      play.textContent =
        root.getAttribute(
          next === 'speaking' ? 'data-pause' : next === 'paused' ? 'data-resume' : 'data-play',
        ) ?? '';
    }
    for (const name of ['previous', 'next', 'stop']) {
      const own = button(name);
      if (!own) continue;
      if (next === 'silent' && own === document.activeElement) play?.focus();
      own.hidden = next === 'silent';
    }
    root.classList.toggle('playing', next !== 'silent');
    if (live && said) live.textContent = root.getAttribute(`data-said-${said}`) ?? '';
  }

  function mark(part: HTMLElement | null) {
    for (const old of article?.querySelectorAll('.read-now') ?? []) {
      old.classList.remove('read-now');
      old.removeAttribute('aria-current');
    }
    if (!part) return;
    part.classList.add('read-now');
    part.setAttribute('aria-current', 'true');
    const { top, bottom } = part.getBoundingClientRect();
    const isSeen = top > root.offsetHeight + 8 && bottom < window.innerHeight - 8;
    if (!isSeen) part.scrollIntoView({ block: 'center', behavior: isCalm() ? 'auto' : 'smooth' });
  }

  function speakFrom(index: number) {
    turn += 1;
    speech!.cancel();
    at = Math.max(0, index);
    const part = parts[at];
    if (!part) {
      finish();
      return;
    }
    mark(part);
    speakSentences(spoken(part).match(SENTENCE) ?? [], turn);
  }

  function speakSentences([sentence, ...rest]: string[], mine: number) {
    if (mine !== turn) return;
    if (sentence === undefined) {
      speakFrom(at + 1);
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = voice();
    utterance.lang = utterance.voice?.lang ?? language;
    utterance.rate = Number(speed?.value ?? 1) || 1;
    utterance.onend = () => speakSentences(rest, mine);
    utterance.onerror = ({ error }) => {
      if (mine !== turn || error === 'canceled' || error === 'interrupted') return;
      stop('trouble');
    };
    speech!.speak(utterance);
  }

  function finish() {
    at = 0;
    stop('stop');
  }

  function stop(said: Said) {
    turn += 1;
    speech!.cancel();
    mark(null);
    show('silent', said);
  }

  /** A paragraph is begun again after a rest: not every browser goes on in the middle of one. */
  function playOrPause() {
    if (state === 'speaking') {
      turn += 1;
      speech!.cancel();
      show('paused', 'pause');
      return;
    }
    show('speaking', 'play');
    speakFrom(at);
  }

  function step(by: 1 | -1) {
    const next = Math.min(Math.max(at + by, 0), parts.length - 1);
    if (state === 'speaking') {
      speakFrom(next);
      return;
    }
    at = next;
    mark(parts[at] ?? null);
  }

  const deeds: Record<string, () => void> = {
    play: playOrPause,
    previous: () => step(-1),
    next: () => step(1),
    stop: finish,
  };

  root.addEventListener('click', ({ target }) => {
    const name = (target as HTMLElement).closest<HTMLElement>('[data-do]')?.dataset.do ?? '';
    if (Object.hasOwn(deeds, name)) deeds[name]?.();
  });
  speed?.addEventListener('change', () => {
    if (state === 'speaking') speakFrom(at);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && state !== 'silent') finish();
  });
  window.addEventListener('pagehide', () => speech.cancel());

  const offer = () => {
    if (voice() && parts.length > 0) root.hidden = false;
  };
  show('silent');
  offer();
  speech.addEventListener?.('voiceschanged', offer);
}

function isCalm(): boolean {
  return (
    document.documentElement.dataset.motion === 'calm' ||
    window.matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}

/** What is said of a part: its words once, with the author's own reading where there is one; first who speaks. */
function spoken(part: HTMLElement): string {
  const line = part.closest('.line');
  const isFirst = line?.querySelector('[id^="b-"]') === part;
  const who = isFirst ? line?.querySelector<HTMLElement>('.who') : null;
  const name = who ? words(who) : '';
  return (name ? `${name}。${words(part)}` : words(part)).replace(/\s+/g, ' ').trim();
}

function words(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof HTMLElement)) return '';
  if (node.matches(NOT_READ)) return '';
  if (node.dataset.read) return node.dataset.read;
  const said = [...node.childNodes].map(words).join('');
  // A label and what follows it stand in elements of their own.
  return node.parentElement?.matches('.lesson-goal') ? `${said}。` : said;
}
