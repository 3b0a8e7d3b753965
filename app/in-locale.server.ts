import { AsyncLocalStorage } from 'node:async_hooks';
import type { WordsLocale } from '~/lib/edition';
import { baseLocale, overwriteGetLocale } from '~/paraglide/runtime';

const locales = new AsyncLocalStorage<WordsLocale>();
overwriteGetLocale(() => locales.getStore() ?? baseLocale);

/** Everything that `work` says, now or later, it says in the words of this locale; other requests keep theirs. */
export function inLocale<T>(locale: WordsLocale, work: () => T): T {
  return locales.run(locale, work);
}
