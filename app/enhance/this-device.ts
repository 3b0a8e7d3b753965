import { formatTime, jstDates, now } from '~/lib/clock';
import { editionOfPath } from '~/lib/edition';
import { pathIn } from '~/lib/edition-path';
import { Deeds, KEPT_MS } from './offline/deeds';
import { isSignOut, lessonOf } from './offline/kept-paths';
import { watchForms } from './offline/not-sent';
import { postDeed } from './offline/post-deed';
import { sendDeeds } from './offline/send-deeds';
import { learnTicks, showTicks, Ticks } from './offline/ticks';
import { HandIns } from './quiz/hand-ins';
import { namesOn, Outbox, readFrom, type Shelf } from './quiz/outbox';
import { postAnswer, postHandIn } from './quiz/post-answer';
import { findKeptAt, findReader } from './quiz/reader';
import { findShelf } from './quiz/shelf';

const SHEET = '[data-enhance="quiz-sheet"]';
const READ = '[data-enhance="lesson-read"]';
/** Where somebody who was signed out meanwhile comes back to. */
const WAYS_BACK = /^(?:\/(?:easy|en))?\/(?:courses\/|continue$|sign-in$)/;
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
  const deeds = new Deeds(shelf, (deed) => postDeed(deed, reader), reader);
  const ticks = new Ticks(shelf, reader);
  const word = (name: string) => root.getAttribute(`data-${name}`) ?? '';

  const keptAt = findKeptAt();
  if (keptAt && !document.querySelector(FRAME)) sayKept(keptAt);
  if (import.meta.env.PROD) startWorker();
  watchForms(word('form-not-sent'));
  if (!reader) {
    if (WAYS_BACK.test(location.pathname) && isAnythingLeft(shelf)) askBack('left');
    return;
  }

  function sayKept(at: Date) {
    const day = jstDates(at).day;
    const time = day === jstDates(now()).day ? formatTime(at) : `${day} ${formatTime(at)}`;
    const notice = line(word('kept-copy').replace('{time}', time), 'info');
    const again = () => notice.append(link(location.pathname + location.search, word('retry')));
    window.addEventListener('online', again, { once: true });
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

  /** Somebody has to sign in before what waits here can be sent; nothing of it is shown. */
  function askBack(why: 'left' | 'signed-out') {
    const isThere = /\/(continue|sign-in)$/.test(location.pathname);
    const way = pathIn(editionOfPath(location.pathname), '/continue');
    const to = `${way}?to=${encodeURIComponent(location.pathname)}`;
    line(word(why), 'warm news', ...(isThere ? [] : [link(to, word('to-continue'))]));
  }

  /** What became of lessons that were said to be read, where their own page is not open. */
  function tellReads() {
    for (const { address, ...became } of deeds.outcomes()) {
      const isTaken = 'savedAt' in became;
      if (isTaken) ticks.add(address);
      if (document.querySelector<HTMLElement>(READ)?.dataset.address === address) continue;
      if (isTaken) {
        const isEnd = became.to.endsWith('/finish');
        line(word('read-saved'), 'done', ...(isEnd ? [link(became.to, word('to-end'))] : []));
        deeds.forget(address);
      } else {
        const lesson = link(address.replace(/\/read$/, ''), word('to-lesson'));
        line(word(`read-${became.why}`), 'warm news', lesson);
      }
    }
  }

  /** Everything that came of what waited here, each told once and until it was read. */
  function tellNews() {
    for (const old of root.querySelectorAll('.notice.news')) old.remove();
    tellReads();
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
      const names = questions.map(
        ({ address, question }) => `${lessonNameOf(address)} ${question}`,
      );
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

  const waiting = () => {
    const at = now().getTime();
    return outbox.all(at).length + handIns.all().length + deeds.reads(at).length;
  };

  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    // Without a network nothing is signed out, and nothing is taken away.
    if (event.defaultPrevented) return;
    if (!isSignOut(new URL(form.action, location.href).pathname)) return;
    if (waiting() > 0 && !window.confirm(word('sign-out').replace('{count}', String(waiting())))) {
      event.preventDefault();
      void sendAll().then(tellNews);
      return;
    }
    empty(shelf, reader);
  });

  document.addEventListener('delivered', tellNews);
  tellNews();
  const isReadWaiting = (path: string) =>
    deeds.reads(now().getTime()).some(({ address }) => isSameLesson(address, path));
  const words = { done: word('ticked'), waiting: word('on-device') };
  const tickAll = () => showTicks({ ticks, isWaiting: isReadWaiting, words });
  if (!keptAt) learnTicks(ticks);
  tickAll();
  document.addEventListener('deed', tickAll);
  sendDeeds(deeds, (went) => {
    tellNews();
    tickAll();
    if (went === 'signed-out' && deeds.reads(now().getTime()).length > 0) askBack('signed-out');
  });
  if (document.querySelector(SENDS)) return;
  if (waiting() > 0) void sendAll().then(tellNews);
  window.addEventListener('online', () => void sendAll().then(tellNews));
}

const lessonNameOf = (address: string) => lessonOf(address)?.lesson ?? '';

function isSameLesson(one: string, other: string): boolean {
  return JSON.stringify(lessonOf(one)) === JSON.stringify(lessonOf(other));
}

/** Whether somebody's answers wait here for her to come back. What is too old to be sent is let go. */
function isAnythingLeft(shelf: Shelf): boolean {
  const names = namesOn(shelf, 'tsunagu:').filter((name) =>
    /^tsunagu:[\w-]+:(?:answer|hand-in|read):/.test(name),
  );
  const left = names.filter((name) => {
    const item = readFrom<{ at?: number; answeredAt?: number; handedInAt?: number }>(shelf, name);
    const at = item?.at ?? item?.answeredAt ?? item?.handedInAt ?? 0;
    const isOld = now().getTime() - at > KEPT_MS;
    if (isOld) shelf.removeItem(name);
    return !isOld;
  });
  return left.length > 0;
}

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
