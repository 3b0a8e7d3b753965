import { now } from '~/lib/clock';
import { fieldsOf, readResponse } from '~/lib/read-response';
import { HandIns } from './quiz/hand-ins';
import { Outbox, type Sent } from './quiz/outbox';
import { postAnswer, postHandIn } from './quiz/post-answer';
import { findKeptAt, findReader } from './quiz/reader';
import { fillQuestion } from './quiz/fill-question';
import { findShelf } from './quiz/shelf';
import { chooseAttempt, SheetRecords, type SheetRecord } from './quiz/sheet-record';

const FIRST_REST_MS = 2000;
const LONGEST_REST_MS = 60_000;

/**
 * A sheet of questions that is answered without network as well: each choice is put on this device at once,
 * sent when that is possible, and the whole is handed in after the last answer has arrived.
 */
export default function quizSheet(root: HTMLElement): void {
  const form = root.querySelector('form');
  const shelf = findShelf();
  const reader = findReader();
  // Where nothing outlives the page, the form is sent as it is.
  if (!form || !reader || shelf !== window.localStorage) return;
  const sheet: HTMLFormElement = form;

  const { address = '', quiz = '' } = root.dataset;
  const outbox = new Outbox(shelf, postAnswer, reader);
  const handIns = new HandIns(shelf, postHandIn, outbox, reader);
  const records = new SheetRecords(shelf, reader, address);
  const questions = [...root.querySelectorAll<HTMLElement>('[data-question]')];
  const hidden = sheet.elements.namedItem('attempt') as HTMLInputElement;
  const live = root.querySelector('[data-sheet-live]');
  const time = () => now().getTime();
  let rest = FIRST_REST_MS;
  let timer: number | undefined;

  const found = records.find();
  const of = (attempt: string) => outbox.all(time()).filter((item) => item.attempt === attempt);
  const isHandedIn = (attempt: string) => handIns.all().some((item) => item.attempt === attempt);
  const { attempt, goesOn } = chooseAttempt({
    onPage: hidden.value,
    isKeptCopy: findKeptAt() !== null,
    record: found,
    isUnderWay: found !== null && (of(found.attempt).length > 0 || isHandedIn(found.attempt)),
    newId: () => crypto.randomUUID(),
  });
  let record: SheetRecord = goesOn && found ? found : { attempt, choices: {}, handedIn: false };
  hidden.value = attempt;

  const idOf = (question: HTMLElement) => question.dataset.question ?? '';
  const answerOf = (question: HTMLElement) =>
    readResponse(fieldsOf(new FormData(sheet), `${idOf(question)}.`));
  const word = (name: string) => root.getAttribute(`data-${name}`) ?? '';

  function say(question: HTMLElement, said: string, savedAt = '') {
    const status = question.querySelector<HTMLElement>('[data-question-status]');
    if (!status) return;
    status.textContent = word(`said-${said}`).replace('{time}', savedAt);
    status.classList.remove('empty');
    status.classList.toggle('waiting', said !== 'server' && said !== 'newer');
  }

  /** Puts an answer on this device; false when it is there already, or there is none. */
  function keep(question: HTMLElement): boolean {
    const id = idOf(question);
    const response = answerOf(question);
    const before = record.choices[id];
    if (response.length === 0 || (before && same(before.response, response))) return false;
    const answeredAt = Math.max(time(), (before?.answeredAt ?? 0) + 1);
    outbox.put({ address, attempt, question: id, response, answeredAt, quiz });
    record.choices[id] = { response, answeredAt };
    records.put(record);
    say(question, 'device');
    return true;
  }

  async function sendAll() {
    window.clearTimeout(timer);
    let waiting = false;
    for (const item of outbox.all(time())) {
      const sent = await outbox.send(item);
      waiting ||= sent?.state === 'waiting';
      if (item.attempt === attempt && sent) tell(item.question, item.response, sent);
    }
    if (await handIns.sendReady(time())) waiting = true;
    document.dispatchEvent(new Event('delivered'));
    showOutcome();
    if (!waiting) {
      rest = FIRST_REST_MS;
      return;
    }
    timer = window.setTimeout(() => void sendAll(), rest);
    rest = Math.min(rest * 2, LONGEST_REST_MS);
  }

  function tell(id: string, response: string[], sent: Sent) {
    const question = questions.find((one) => idOf(one) === id);
    if (!question) return;
    if (sent.state === 'saved') {
      const isHers = same(sent.held, response);
      say(question, isHers ? 'server' : 'newer', sent.savedAt);
      if (isHers || outbox.find({ attempt, question: id })) return;
      fillQuestion(question, sent.held);
      record.choices[id] = { response: sent.held, answeredAt: record.choices[id]?.answeredAt ?? 0 };
      records.put(record);
    } else if (sent.state === 'signed-out') say(question, 'signed-out');
    else if (sent.state === 'closed') say(question, sent.why);
    else say(question, 'device');
  }

  /** Shows that the sheet is handed in, or what became of it. */
  function showOutcome() {
    const outcome = handIns.outcomes().find((one) => one.attempt === attempt);
    if (outcome && outcome.review === null) {
      record.handedIn = false;
      records.put(record);
      handIns.forget(attempt);
      showForm(true);
      sayError(word('incomplete'));
      return;
    }
    const isWaiting = isHandedIn(attempt);
    if (!outcome && !isWaiting) return;
    showForm(false);
    for (const part of root.querySelectorAll<HTMLElement>('[data-handed]')) {
      part.hidden = (part.dataset.handed === 'arrived') !== Boolean(outcome);
    }
    if (!outcome?.review) return;
    root.querySelector('[data-review]')?.setAttribute('href', outcome.review);
    if (!wantsReview) return;
    handIns.forget(attempt);
    records.forget();
    window.location.assign(outcome.review);
  }

  function showForm(isShown: boolean) {
    const panel = root.querySelector<HTMLElement>('[data-handed-in]');
    const wasShown = !sheet.hidden;
    sheet.hidden = !isShown;
    if (!panel) return;
    panel.hidden = isShown;
    if (wasShown && !isShown) panel.focus();
  }

  function sayError(text: string) {
    const error = root.querySelector<HTMLElement>('[data-sheet-error]');
    if (!error) return;
    error.textContent = text;
    error.hidden = text === '';
  }

  /** Names what has no answer and leads to the first one. */
  function isComplete(): boolean {
    const missing: string[] = [];
    let first: HTMLElement | null = null;
    for (const [i, question] of questions.entries()) {
      const isMissing = answerOf(question).length === 0;
      const error = question.querySelector<HTMLElement>('[data-question-error]');
      if (error) error.hidden = !isMissing;
      question.querySelector('fieldset')?.classList.toggle('has-error', isMissing);
      if (!isMissing) continue;
      missing.push(word('number').replace('{number}', String(i + 1)));
      first ??= question.querySelector<HTMLElement>('fieldset');
    }
    sayError(missing.length ? word('missing').replace('{questions}', missing.join('、')) : '');
    first?.focus();
    return missing.length === 0;
  }

  /** True while the learner waits at the page for her review. */
  let wantsReview = false;

  sheet.addEventListener('change', (event) => {
    const question = (event.target as HTMLElement).closest<HTMLElement>('[data-question]');
    if (!question || !keep(question)) return;
    if (live) live.textContent = word('said-device');
    void sendAll();
  });

  sheet.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!isComplete()) return;
    for (const question of questions) keep(question);
    record = { ...record, handedIn: true };
    records.put(record);
    handIns.put({ address, attempt, handedInAt: time() });
    wantsReview = true;
    void sendAll().then(() => {
      wantsReview = false;
      showOutcome();
    });
  });

  root.querySelector('[data-again]')?.addEventListener('click', () => {
    records.forget();
    handIns.forget(attempt);
    window.location.reload();
  });

  window.addEventListener('online', () => void sendAll());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sendAll();
  });

  if (goesOn) {
    for (const question of questions) {
      const choice = record.choices[idOf(question)];
      if (!choice) continue;
      const isUnsent = outbox.find({ attempt, question: idOf(question) }) !== null;
      if (isUnsent || findKeptAt()) fillQuestion(question, choice.response);
      if (isUnsent) say(question, 'device');
    }
  }
  showOutcome();
  void sendAll();
}

function same(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}
