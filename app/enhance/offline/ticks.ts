import { readFrom, shelfName, type Shelf } from '../quiz/outbox';
import { lessonOf } from './kept-paths';

/**
 * The lessons that the server has shown as done. A page that was kept may be older than they are: no tick
 * that was there is taken away by it.
 */
export class Ticks {
  constructor(
    private readonly shelf: Shelf,
    private readonly reader: string,
  ) {}

  /** What a page that came from the server just now says of a course. It knows best. */
  replace(course: string, lessons: string[]): void {
    this.shelf.setItem(shelfName(this.reader, 'ticks', course), JSON.stringify(lessons));
  }

  add(path: string): void {
    const of = lessonOf(path);
    if (!of || this.has(path)) return;
    this.replace(of.course, [...this.of(of.course), of.lesson]);
  }

  has(path: string): boolean {
    const of = lessonOf(path);
    return of !== null && this.of(of.course).includes(of.lesson);
  }

  private of(course: string): string[] {
    return readFrom<string[]>(this.shelf, shelfName(this.reader, 'ticks', course)) ?? [];
  }
}

type ShowTicks = {
  ticks: Ticks;
  /** Said and not yet told to the server. */
  isWaiting: (path: string) => boolean;
  words: { done: string; waiting: string };
};

/** The lessons in the lists of a page, each with its address. */
function listed(): { item: HTMLElement; path: string }[] {
  const links = document.querySelectorAll<HTMLAnchorElement>('.thread > li > a');
  return [...links].flatMap((link) =>
    lessonOf(link.pathname) ? [{ item: link.parentElement!, path: link.pathname }] : [],
  );
}

/** Learns from a page that came from the server just now what is done. */
export function learnTicks(ticks: Ticks): void {
  const done = new Map<string, Set<string>>();
  for (const { item, path } of listed()) {
    const { course, lesson } = lessonOf(path)!;
    const lessons = done.get(course) ?? new Set();
    done.set(course, lessons);
    if (item.classList.contains('done')) lessons.add(lesson);
  }
  for (const [course, lessons] of done) ticks.replace(course, [...lessons]);
}

/** Tells the lists of a page what they cannot know. */
export function showTicks({ ticks, isWaiting, words }: ShowTicks): void {
  for (const { item, path } of listed()) {
    const waits = isWaiting(path);
    if (waits || ticks.has(path)) tick(item, waits ? words.waiting : '', words.done);
  }
}

function tick(item: HTMLElement, waiting: string, done: string) {
  item.querySelector('[data-ticked]')?.remove();
  if (!item.classList.contains('done')) {
    item.classList.add('done');
    const mark = document.createElement('span');
    mark.className = 'mark';
    mark.setAttribute('aria-hidden', 'true');
    item.prepend(mark);
    const state = item.querySelector('.sr-only');
    if (state) state.textContent = done;
  }
  if (!waiting) return;
  const note = document.createElement('div');
  note.className = 'small';
  note.dataset.ticked = '';
  note.textContent = waiting;
  item.append(note);
}
