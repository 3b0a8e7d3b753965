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
  isKeptCopy: boolean;
  /** Said and not yet told to the server. */
  isWaiting: (path: string) => boolean;
  words: { done: string; waiting: string };
};

/** Learns from the list of lessons on a page what is done, or tells it what it cannot know. */
export function showTicks({ ticks, isKeptCopy, isWaiting, words }: ShowTicks): void {
  const done = new Map<string, string[]>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.thread > li > a')) {
    const item = link.parentElement!;
    const of = lessonOf(link.pathname);
    if (!of) continue;
    const lessons = done.get(of.course) ?? [];
    done.set(of.course, lessons);
    if (item.classList.contains('done')) lessons.push(of.lesson);
    const waits = isWaiting(link.pathname);
    if (waits || (isKeptCopy && ticks.has(link.pathname))) {
      tick(item, waits ? words.waiting : '', words.done);
    }
  }
  if (isKeptCopy) return;
  for (const [course, lessons] of done) ticks.replace(course, [...new Set(lessons)]);
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
