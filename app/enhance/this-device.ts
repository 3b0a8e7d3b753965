import { formatTime, jstDates, now } from '~/lib/clock';
import { HandIns } from './quiz/hand-ins';
import { namesOn, Outbox, type Shelf } from './quiz/outbox';
import { postAnswer, postHandIn } from './quiz/post-answer';
import { findKeptAt, findReader } from './quiz/reader';
import { findShelf } from './quiz/shelf';

const SHEET = '[data-enhance="quiz-sheet"]';
/** The page that stands for one that is not here. */
const FRAME = '[data-enhance="kept-courses"]';
/** Pieces of a page that send what waits by themselves. */
const SENDS = '[data-enhance="quiz-answers"], [data-enhance="quiz-sheet"]';

/**
 * What concerns this device on every page: a page that comes from it says so, what waits is sent, what became
 * of it is told, and nobody signs out over answers that nobody has.
 */
export default function thisDevice(root: HTMLElement): void {
  const reader = findReader();
  const shelf = findShelf();
  const outbox = new Outbox(shelf, postAnswer, reader);
  const handIns = new HandIns(shelf, postHandIn, outbox, reader);
  const word = (name: string) => root.getAttribute(`data-${name}`) ?? '';

  const keptAt = findKeptAt();
  if (keptAt && !document.querySelector(FRAME)) sayKept(keptAt);
  if (import.meta.env.PROD) startWorker();
  if (!reader) return;

  function sayKept(at: Date) {
    const day = jstDates(at).day;
    const time = day === jstDates(now()).day ? formatTime(at) : `${day} ${formatTime(at)}`;
    line(word('kept-copy').replace('{time}', time), 'info');
  }

  function line(text: string, kind: string, ...more: Node[]) {
    const notice = document.createElement('div');
    notice.className = `notice stack-s ${kind}`;
    const words = document.createElement('p');
    words.textContent = text;
    notice.append(words, ...more);
    root.append(notice);
    root.hidden = false;
    return notice;
  }

  function link(href: string, text: string) {
    const row = document.createElement('p');
    const made = document.createElement('a');
    made.className = 'btn second';
    made.href = href;
    made.textContent = text;
    row.append(made);
    return row;
  }

  /** Everything that came of what waited here, each told once and until it was read. */
  function tellNews() {
    for (const old of root.querySelectorAll('.notice.news')) old.remove();
    for (const { attempt, review, address } of handIns.outcomes()) {
      // The sheet itself says what became of it.
      if (document.querySelector<HTMLElement>(SHEET)?.dataset.address === address) continue;
      if (review && new URL(review, location.href).pathname === location.pathname) {
        handIns.forget(attempt);
      } else if (review) {
        line(word('review'), 'done news', link(review, word('to-review')));
      } else {
        const sheet = address.replace(/\/answers$/, '/sheet');
        line(word('incomplete'), 'warm news', link(sheet, word('to-sheet')));
      }
    }
    const lost = outbox.notTaken();
    for (const why of ['submitted', 'changed'] as const) {
      const questions = lost.filter((one) => one.why === why);
      if (questions.length === 0) continue;
      const names = questions.map(({ address, question }) => `${lessonOf(address)} ${question}`);
      const text = word(why).replace('{questions}', [...new Set(names)].join('、'));
      const review = questions.find((one) => one.review)?.review;
      const done = document.createElement('button');
      done.type = 'button';
      done.className = 'btn second';
      done.textContent = word('read');
      const notice = line(
        text,
        'warm news',
        ...(review ? [link(review, word('to-review'))] : []),
        done,
      );
      done.addEventListener('click', () => {
        outbox.forgetNotTaken();
        notice.remove();
      });
    }
  }

  async function sendAll() {
    for (const item of outbox.all(now().getTime())) await outbox.send(item);
    await handIns.sendReady(now().getTime());
  }

  const waiting = () => outbox.all(now().getTime()).length + handIns.all().length;

  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (new URL(form.action, location.href).pathname !== '/sign-out') return;
    if (waiting() > 0 && !window.confirm(word('sign-out').replace('{count}', String(waiting())))) {
      event.preventDefault();
      void sendAll().then(tellNews);
      return;
    }
    empty(shelf, reader);
  });

  document.addEventListener('delivered', tellNews);
  tellNews();
  if (document.querySelector(SENDS)) return;
  if (waiting() > 0) void sendAll().then(tellNews);
  window.addEventListener('online', () => void sendAll().then(tellNews));
}

const lessonOf = (address: string) => /\/lessons\/([^/]+)/.exec(address)?.[1] ?? '';

/** What this reader has on this device goes with her. */
function empty(shelf: Shelf, reader: string) {
  for (const name of namesOn(shelf, `tsunagu:${reader}:`)) shelf.removeItem(name);
}

/** After everything that the page itself needs. */
function startWorker() {
  if (!('serviceWorker' in navigator)) return;
  const start = () => void navigator.serviceWorker.register('/sw.js').catch(() => {});
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start, { once: true });
}
