import { now } from '~/lib/clock';
import { Deeds } from './offline/deeds';
import { lessonOf } from './offline/kept-paths';
import { postDeed } from './offline/post-deed';
import { Ticks } from './offline/ticks';
import { findKeptAt, findReader } from './quiz/reader';
import { findShelf } from './quiz/shelf';

/**
 * 「読みました」 of a lesson without questions: put on this device at once, and told to the server as soon as
 * that is possible. A lesson that was done stays done on a page that was kept before.
 */
export default function lessonRead(root: HTMLElement): void {
  const reader = findReader();
  const shelf = findShelf();
  const form = root.querySelector<HTMLFormElement>('form[data-read-it]');
  const status = root.querySelector<HTMLElement>('[data-read-status]');
  const on = root.querySelector<HTMLElement>('[data-read-on]');
  const { address = '', hash = '' } = root.dataset;
  if (!reader || !address || !status) return;
  const said = status;
  const deeds = new Deeds(shelf, (deed) => postDeed(deed, reader), reader);
  const isKeptCopy = findKeptAt() !== null;
  const word = (name: string) => root.getAttribute(`data-${name}`) ?? '';
  let goesOn = false;

  function say(text: string, isWaiting: boolean) {
    said.textContent = text;
    said.classList.remove('empty');
    said.classList.toggle('waiting', isWaiting);
    if (form) form.hidden = true;
    root.querySelector('[data-read-next]')?.classList.remove('quiet');
  }

  function show() {
    const outcome = deeds.outcome(address);
    if (deeds.find({ kind: 'read', address })) say(word('device'), true);
    else if (outcome && 'why' in outcome) {
      if (form) form.hidden = outcome.why === 'questions';
      said.textContent = word(outcome.why);
      said.classList.remove('empty');
      said.classList.add('waiting');
    } else if (outcome) {
      if (goesOn) {
        deeds.forget(address);
        return location.assign(outcome.to);
      }
      say(word('server').replace('{time}', outcome.savedAt), false);
      on?.setAttribute('href', outcome.to);
      if (on && !root.querySelector('[data-read-next]')) on.hidden = false;
    }
  }

  // A page that has just come from the server knows what became of it.
  if (!isKeptCopy) deeds.forget(address);
  const { pathname } = location;
  if (isKeptCopy && lessonOf(pathname) && new Ticks(shelf, reader).has(pathname)) {
    say(word('done'), false);
  }
  show();
  document.addEventListener('deeds-sent', () => {
    show();
    goesOn = false;
  });

  // Where nothing outlives the page, the form is sent as it is.
  if (shelf !== window.localStorage) return;
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    deeds.put({ kind: 'read', address, hash, at: now().getTime() });
    show();
    goesOn = navigator.onLine;
    if (!goesOn) said.focus();
    document.dispatchEvent(new Event('deed'));
  });
}
