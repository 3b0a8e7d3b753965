import { askWorker, DeviceFull } from './offline/ask-worker';
import { isLesson } from './offline/kept-paths';
import type { Kept } from './offline/messages';
import { findKeptAt, findReader } from './quiz/reader';
import { shelfName } from './quiz/outbox';
import { findShelf } from './quiz/shelf';

type Connection = { saveData?: boolean };

const MEGABYTE = 1024 * 1024;

/**
 * Keeps a course that was begun on this device, quietly, unless the reader took it away or saves data. Where
 * the page has a place for it, says what is kept, with a button to keep it or to take it away.
 */
export default function keepCourse(root: HTMLElement): void {
  const reader = findReader();
  const { path = '' } = root.dataset;
  if (!reader || !('serviceWorker' in navigator) || document.documentElement.dataset.device) return;
  const shelf = findShelf();
  const declined = shelfName(reader, 'not-kept', path);
  const status = root.querySelector<HTMLElement>('[data-keep-status]');
  const size = root.querySelector<HTMLElement>('[data-keep-size]');
  const keep = root.querySelector<HTMLButtonElement>('[data-keep-do]');
  const remove = root.querySelector<HTMLButtonElement>('[data-keep-remove]');
  const word = (name: string) => root.getAttribute(`data-${name}`) ?? '';
  let isWorking = false;
  let isFull = false;

  function show({ courses }: Kept) {
    const course = courses.find((one) => one.path === path);
    const lessons = course?.pages.filter(isLesson) ?? [];
    const kept = course?.kept.filter(isLesson) ?? [];
    const isWhole = course !== undefined && course.kept.length === course.pages.length;
    if (status) {
      const state = isFull ? 'full' : isWorking && !isWhole ? 'working' : course ? 'all' : 'none';
      status.textContent = word(state)
        .replace('{total}', String(lessons.length))
        .replace('{kept}', String(kept.length));
    }
    if (size) {
      size.hidden = !course;
      const megabytes = Math.max(0.1, (course?.bytes ?? 0) / MEGABYTE).toFixed(1);
      const media = course?.hasMedia ? word('media') : '';
      size.textContent = word('size').replace('{size}', megabytes) + media;
    }
    if (keep) keep.hidden = isWhole || isWorking;
    if (remove) remove.hidden = !course || isWorking;
    if (status) root.hidden = false;
  }

  async function keepIt(anyway: boolean) {
    isWorking = true;
    isFull = false;
    const published = root.dataset.version ?? '';
    try {
      const kept = await askWorker({ ask: 'keep', reader, path, anyway, published }, show);
      isWorking = false;
      show(kept);
    } catch (error) {
      isWorking = false;
      isFull = error instanceof DeviceFull;
      show(await askWorker({ ask: 'tell' }));
    }
  }

  keep?.addEventListener('click', () => {
    shelf.removeItem(declined);
    // Asked only where somebody wishes to keep something.
    void navigator.storage?.persist?.();
    void keepIt(true);
  });
  remove?.addEventListener('click', () => {
    shelf.setItem(declined, 'on');
    void askWorker({ ask: 'drop', path }).then((kept) => {
      isFull = false;
      show(kept);
      keep?.focus();
    });
  });

  const { connection } = navigator as Navigator & { connection?: Connection };
  const isQuiet = shelf.getItem(declined) === null && !connection?.saveData && !findKeptAt();
  if (isQuiet) void keepIt(false);
  else if (status) void askWorker({ ask: 'tell' }).then(show);
}
