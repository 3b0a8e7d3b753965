import { now } from '~/lib/clock';
import { readResponse } from '~/lib/read-response';
import { fillQuestion } from './quiz/fill-question';
import { HandIns } from './quiz/hand-ins';
import { Outbox, type Sent } from './quiz/outbox';
import { postAnswer, postHandIn } from './quiz/post-answer';
import { findReader } from './quiz/reader';
import { findShelf } from './quiz/shelf';

const FIRST_REST_MS = 2000;
const LONGEST_REST_MS = 60_000;

type Said = 'saving' | 'saved' | 'waiting' | 'waiting-next' | 'signed-out' | 'closed';

/**
 * Saves each choice as it is made, keeps on this device what could not be saved yet, and sends it
 * as soon as that is possible: at once, after a rest, when the network is back, at the next page.
 * A form waits for it, so that nothing is left behind.
 */
export default function quizAnswers(root: HTMLElement): void {
  const status = root.querySelector<HTMLElement>('[data-answer-status]');
  const form = root.querySelector('form');
  const reader = findReader();
  const shelf = findShelf();
  const outbox = new Outbox(shelf, postAnswer, reader);
  const handIns = new HandIns(shelf, postHandIn, outbox, reader);
  const attempt = form ? String(new FormData(form).get('attempt')) : null;
  const question = form ? new FormData(form).get('question') : null;
  let rest = FIRST_REST_MS;
  let onwardRest = FIRST_REST_MS;
  let timer: number | undefined;
  let submitter: HTMLElement | null = null;
  let wantsOn = false;
  let goingOn = false;

  function say(what: Said, time = '') {
    if (!status) return;
    const text = status.getAttribute(`data-${what}`) ?? '';
    status.textContent = text.replace('{time}', time);
    status.classList.remove('empty');
    status.classList.toggle('waiting', what !== 'saved' && what !== 'saving');
  }

  const own = () => outbox.all(now().getTime()).filter((item) => item.attempt === attempt);

  /** Puts the choice of the form on the shelf; false when there is none, or when it is there already. */
  function keep(): boolean {
    if (!form || !attempt || typeof question !== 'string') return false;
    const response = readResponse(new FormData(form));
    if (response.length === 0) return false;
    const before = outbox.find({ attempt, question });
    if (before && same(before.response, response)) return false;
    const answeredAt = Math.max(now().getTime(), (before?.answeredAt ?? 0) + 1);
    outbox.put({ address: root.dataset.address ?? '', attempt, question, response, answeredAt });
    return true;
  }

  async function sendAll() {
    window.clearTimeout(timer);
    let mine: Sent | null = null;
    let waiting = false;
    for (const item of outbox.all(now().getTime())) {
      const sent = await outbox.send(item);
      waiting ||= sent?.state === 'waiting';
      const own = attempt ? item.attempt === attempt : sent?.state !== 'foreign';
      if (!own || !sent) continue;
      mine = sent;
      if (sent.state === 'saved' && item.question === question) show(sent.held);
    }
    if (await handIns.sendReady(now().getTime())) waiting = true;
    document.dispatchEvent(new Event('delivered'));
    if (mine) tell(mine);
    if (waiting) {
      timer = window.setTimeout(() => void sendAll(), rest);
      rest = Math.min(rest * 2, LONGEST_REST_MS);
    } else {
      rest = FIRST_REST_MS;
    }
    if (wantsOn && (own().length === 0 || mine?.state === 'foreign')) goOn();
    return mine;
  }

  function tell(sent: Sent) {
    if (sent.state === 'saved') say('saved', sent.savedAt);
    else if (sent.state === 'waiting') say(wantsOn ? 'waiting-next' : 'waiting');
    else if (sent.state === 'signed-out') say('signed-out');
    else say('closed');
  }

  /** Another device chose later: the form shows what stands. */
  function show(held: string[]) {
    if (form && own().length === 0 && !same(readResponse(new FormData(form)), held)) fill(held);
  }

  function fill(response: string[]) {
    if (form) fillQuestion(form, response);
  }

  function goOn() {
    wantsOn = false;
    goingOn = true;
    form?.requestSubmit(submitter);
  }

  form?.addEventListener('change', () => {
    if (!keep()) return;
    say('saving');
    void sendAll();
  });

  form?.addEventListener('submit', (event) => {
    if (goingOn) return;
    if (own().length === 0) return;
    event.preventDefault();
    submitter = event.submitter;
    wantsOn = true;
    say('saving');
    void sendAll();
  });

  // The answer arrived and the form did not: she goes on when it can.
  document.addEventListener('not-sent', () => {
    if (!goingOn) return;
    goingOn = false;
    wantsOn = true;
    say('waiting-next');
    timer = window.setTimeout(() => void sendAll(), onwardRest);
    onwardRest = Math.min(onwardRest * 2, LONGEST_REST_MS);
  });

  window.addEventListener('online', () => void sendAll());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) goingOn = false;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sendAll();
  });

  const left = question && attempt ? outbox.find({ attempt, question: String(question) }) : null;
  if (left) fill(left.response);
  const listStale = !question && own().length > 0;
  void sendAll().then((mine) => {
    if (listStale && mine?.state === 'saved' && own().length === 0) window.location.reload();
  });
}

function same(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}
