/** A course as this device has it. */
export type KeptCourse = {
  path: string;
  title: string;
  /** Its lessons and sheets. */
  pages: string[];
  /** Those that are here. */
  kept: string[];
  version: string;
  keptAt: string;
  /** Of text, before anything is compressed. */
  bytes: number;
  /** It has films or sounds: those are not kept. */
  hasMedia?: boolean;
};

/** What this device keeps, and whose it is. */
export type Kept = { reader: string | null; courses: KeptCourse[] };

/** What a page asks of the service worker. */
export type Asked =
  | { ask: 'tell' }
  | { ask: 'keep'; reader: string; path: string; anyway: boolean; published: string }
  | { ask: 'drop'; path: string }
  | { ask: 'empty' };

/** What the service worker says: how far it is, or that it could not do it. */
export type Answered = { kept: Kept; isDone: boolean } | { isFull: boolean };
