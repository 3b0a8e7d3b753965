import type { Problem } from '../refusal';
import { offsetIn, problemAt, sentencesOf, type CheckedText, type Place } from './passages';

const SENTENCE_WORDS = 30;
const JAPANESE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。「」『』][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。「」『』ー・\s]*/gu;
const NOT_SENTENCES: readonly Place[] = ['name', 'table'];

/** Plain English: short sentences, and Japanese only once, in brackets beside a name. */
export function checkEnglishLevel(text: CheckedText): Problem[] {
  if (text.edition !== 'en') return [];
  const problems: Problem[] = [];
  const shown = new Set<string>();
  for (const passage of text.passages) {
    const add = (index: number, reason: string, remedy: string) =>
      problems.push(problemAt(text, offsetIn(passage, index), reason, remedy));
    for (const { index, 0: run } of passage.text.matchAll(JAPANESE)) {
      const found = run.trim();
      const name = found.replace(/[「」『』]/g, '');
      const isBracketed =
        /[（([]\s*$/.test(passage.text.slice(0, index)) || /^[「『].*[」』]$/.test(found);
      if (!isBracketed)
        add(
          index,
          `英語の版に日本語「${found}」が残っています`,
          '英語かローマ字にして、日本語は名前のあとの ( ) に一度だけ添えてください',
        );
      else if (shown.has(name))
        add(
          index,
          `日本語「${found}」が二度書かれています`,
          '( ) の日本語ははじめの一度だけにしてください',
        );
      shown.add(name);
    }
    if (NOT_SENTENCES.includes(passage.place)) continue;
    for (const { text: sentence, index } of sentencesOf(passage.text, text.edition)) {
      const count = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      if (count > SENTENCE_WORDS)
        add(
          index,
          `英文が長すぎます（${count}語。${SENTENCE_WORDS}語まで）`,
          '二つの文に分けてください',
        );
    }
  }
  return problems;
}
