import { now } from '~/lib/clock';
import { editionOfPath, langOf } from '~/lib/edition';
import { askWorker } from './offline/ask-worker';
import { Deeds } from './offline/deeds';
import { isLesson } from './offline/kept-paths';
import { postDeed } from './offline/post-deed';
import { Outbox } from './quiz/outbox';
import { postAnswer } from './quiz/post-answer';
import { findShelf } from './quiz/shelf';

/** Lists what this device has, on the page that is shown when there is no network. */
export default function keptCourses(root: HTMLElement): void {
  const list = root.querySelector('ul');
  const none = root.querySelector<HTMLElement>('[data-none]');
  const unsent = root.querySelector<HTMLElement>('[data-unsent]');
  const notSent = root.querySelector<HTMLElement>('[data-not-sent]');
  if (notSent) notSent.hidden = !document.documentElement.dataset.notSent;
  if (!list || !('serviceWorker' in navigator)) return;
  const word = (name: string) => root.getAttribute(`data-${name}`) ?? '';
  void askWorker({ ask: 'tell' }).then(({ reader, courses }) => {
    for (const { path, title, pages, kept } of courses) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = path;
      link.textContent = title;
      link.lang = langOf(editionOfPath(path));
      link.className = 'inline-flex min-h-[44px] items-center';
      const facts = document.createElement('span');
      facts.className = 'small block';
      facts.textContent = word('lessons')
        .replace('{total}', String(pages.filter(isLesson).length))
        .replace('{kept}', String(kept.filter(isLesson).length));
      item.append(link, facts);
      list.append(item);
    }
    if (none) none.hidden = courses.length > 0;
    if (!unsent || !reader) return;
    const shelf = findShelf();
    const at = now().getTime();
    const reads = new Deeds(shelf, (deed) => postDeed(deed, reader), reader).reads(at);
    const waiting = new Outbox(shelf, postAnswer, reader).all(at).length + reads.length;
    if (waiting === 0) return;
    unsent.hidden = false;
    unsent.textContent = word('waiting').replace('{count}', String(waiting));
  });
}
