import { useMatches } from '@remix-run/react';
import { hreflangOf, langOf, type Edition, type Languages } from '~/lib/edition';
import * as m from '~/paraglide/messages';
import { useEdition } from './use-edition';

const CHOICES: { edition: Edition | null; words: () => string; entry: string }[] = [
  { edition: null, words: m.editions_ja, entry: '/' },
  { edition: 'easy', words: m.editions_easy, entry: '/easy' },
  { edition: 'en', words: m.editions_en, entry: '/en' },
];

/** Where the page at hand stands in each edition, as its route says; null when it says nothing. */
export function useLanguages(): Languages | null {
  const found = useMatches().map(
    ({ data }) => (data as { languages?: Languages } | null | undefined)?.languages,
  );
  return found.findLast(Boolean) ?? null;
}

/** Each language in its own words. Where it has no such page, its entry page is what it has. */
export function LanguageLinks({ atFoot = false }: { atFoot?: boolean }) {
  const here = useEdition();
  const languages = useLanguages();
  return (
    <nav className="languages" aria-label={atFoot ? m.editions_label_foot() : m.editions_label()}>
      <ul>
        {CHOICES.map(({ edition, words, entry }) => (
          <li key={entry}>
            {edition === here ? (
              <span lang={langOf(edition)} aria-current="true">
                {words()}
              </span>
            ) : (
              <a
                href={languages?.[edition ?? 'ja'] ?? entry}
                lang={langOf(edition)}
                hrefLang={hreflangOf(edition)}
              >
                {words()}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** For `<head>`: the same page in the other editions that have it. */
export function LanguageAlternates() {
  const languages = useLanguages();
  if (!languages) return null;
  const there = CHOICES.flatMap(({ edition }) => {
    const to = languages[edition ?? 'ja'];
    return to ? [{ edition, to }] : [];
  });
  if (there.length < 2) return null;
  return there.map(({ edition, to }) => (
    <link key={to} rel="alternate" hrefLang={hreflangOf(edition)} href={to} />
  ));
}
