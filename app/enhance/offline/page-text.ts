/** What the service worker reads from a page. There is no document there, only its text. */
export type PageFacts = {
  /** Whose page it is; empty when nobody is signed in. Null when the page does not say it. */
  reader: string | null;
  /** Other people use this device too: nothing is kept. */
  isShared: boolean;
  /** Everything that decides how a page is drawn for this reader. */
  frame: string;
};

export function readPage(text: string): PageFacts {
  const frame = /<html[^>]*>/.exec(text)?.[0] ?? '';
  const reader = /\sdata-reader="([\w-]*)"/.exec(frame)?.[1] ?? null;
  return { reader, isShared: frame.includes(' data-device="shared"'), frame };
}

export type CourseFacts = { title: string; pages: string[]; version: string };

/** What the page of a course says of its lessons and sheets; null when it does not offer to be kept. */
export function readCourse(text: string): CourseFacts | null {
  const element = /<[a-z]+ [^>]*data-enhance="keep-course"[^>]*>/.exec(text)?.[0];
  if (!element) return null;
  const pages = attribute(element, 'data-pages').split(' ').filter(Boolean);
  const title = attribute(element, 'data-title');
  return { pages, title, version: attribute(element, 'data-version') };
}

/** Files of our own that a page shows or runs. */
export function filesOf(text: string): string[] {
  const found = text.matchAll(/\s(?:src|href)="(\/[^"?#]+\.(?:js|css|svg|png|jpe?g|webp|avif))"/g);
  return [...new Set([...found].map(([, path]) => path!))];
}

/** Films and sounds are not kept: they are large, and their words stand on the page. */
export function hasMedia(text: string): boolean {
  return /<(?:video|audio)\s/.test(text);
}

/** The page as it is shown when it comes from this device; `marks` are put beside what says so. */
export function asKept(text: string, keptAt: string, marks = ''): string {
  return text.replace(/<html(?=[\s>])/, `<html data-kept="${keptAt}"${marks}`);
}

function attribute(element: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? '';
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
