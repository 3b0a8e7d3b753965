import type { Problem } from '../refusal';
import { offsetIn, problemAt, type CheckedText, type Passage, type Place } from './passages';
import { ENGLISH, JAPANESE, type Wording } from './wording-list';

const SPOKEN: readonly Place[] = ['speech', 'option', 'name'];
const ANSWERED: readonly Place[] = ['feedback', 'option'];

const DENIED =
  /^[^。]{0,12}?(?:では?(?:あり|な[いく])|でも(?:あり|な[いく])|じゃな|わけでは|わけじゃ|とは(?:限|言)|と(?:決め|思わ|見な|呼ば)|せずに|なくて)/;
const DENIED_ENGLISH =
  /\b(?:not|never|isn't|isn’t|aren't|aren’t|nobody is|no one is|nor)\b[^.]{0,40}$/i;

/** Words that stand in no lesson: see the list. */
export function checkWording(text: CheckedText): Problem[] {
  const isEnglish = text.edition === 'en';
  const list = isEnglish ? ENGLISH : JAPANESE;
  const any = isEnglish ? ANY_ENGLISH : ANY_JAPANESE;
  return text.passages
    .filter((passage) => any.test(passage.text))
    .flatMap((passage) => {
      const all = list.flatMap((wording) =>
        findIn(passage, wording, isEnglish).map((hit) => ({ ...hit, wording })),
      );
      // Two patterns may see the same words: said once is enough.
      return all
        .filter((hit, i) => !all.slice(0, i).some((other) => overlap(hit, other)))
        .map(({ index, found, wording }) =>
          problemAt(
            text,
            offsetIn(passage, index),
            `「${found}」：${wording.reason}`,
            wording.remedy,
          ),
        );
    });
}

/** One look tells most passages from the few that need the whole list. */
const anyOf = (list: Wording[]) =>
  new RegExp(list.map(({ pattern }) => pattern.source).join('|'), 'i');
const ANY_JAPANESE = anyOf(JAPANESE);
const ANY_ENGLISH = anyOf(ENGLISH);

function findIn({ text, place }: Passage, wording: Wording, isEnglish: boolean): Hit[] {
  const { where, pattern } = wording;
  if (where === 'verdict' && !ANSWERED.includes(place)) return [];
  if (where === 'ours' && SPOKEN.includes(place)) return [];
  const hidden = hide(text, /『[^』]*』/g);
  const words =
    where === 'ours' ? hide(hidden, isEnglish ? /“[^”]*”|"[^"]*"/g : /「[^」]*」/g) : hidden;
  const all = new RegExp(pattern.source, `${pattern.flags}g`);
  return [...words.matchAll(all)].flatMap(({ index, 0: found }) => {
    const isDenied = isEnglish
      ? DENIED_ENGLISH.test(words.slice(0, index))
      : DENIED.test(words.slice(index + found.length));
    return wording.mayBeDenied && isDenied ? [] : [{ index, found: found.trim() }];
  });
}

type Hit = { index: number; found: string };

function overlap(a: Hit, b: Hit): boolean {
  return a.index < b.index + b.found.length && b.index < a.index + a.found.length;
}

function hide(text: string, pattern: RegExp): string {
  return text.replace(pattern, (part) => '　'.repeat(part.length));
}
