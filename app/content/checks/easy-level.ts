import type { Problem } from '../refusal';
import { offsetIn, problemAt, sentencesOf, type CheckedText, type Place } from './passages';

const SENTENCE_CHARS = 40;
const MEAN_CHARS = 28;
/** Below this, a mean or a share says nothing. */
const ENOUGH_SENTENCES = 6;
const PASSIVE_SHARE = 0.35;

const DOUBLE_NEGATIVE =
  /ないわけでは?(?:な[いく]|ありませ)|なく(?:は|も)(?:ない|ありませ)|ない(?:こと|もの)(?:は|も)(?:な[いく]|ありませ)|ざるを[え得]|ないわけに(?:は|も)い|ずには(?:い|お)られ|ないではいられ|ないとは(?:言|い|限|かぎ)/;
const POLITE =
  /いただけますと|(?:させて|して)?いただけると(?:幸|さいわ)|せていただ|(?:でき|いたし|分かり|わかり|存じ)かね|ご査収|賜り|恐れ入り|恐縮|お手数|差し支え|ご容赦|申し上げ|におかれまして|存じ(?:ます|上げ)|になられ|いらっしゃいます|(?<!おはよう|ありがとう|おめでとう)ございます/;
const IDIOM =
  /手を差し(?:伸|の)べ|肩の荷|胸を(?:打|張|なで)|足を運|骨を折|気が置けな|水を(?:差|向け)|腹を(?:割|くく)|背中を押|耳を(?:傾|かたむ)け|目を(?:配|光ら)|心を鬼|口が(?:重|軽)|顔が広|猫の手|空気を読/;
const PASSIVE =
  /[かがさたばまらわ]れ(?:ます|まし|ません|る|た|て|ない)|られ(?:ます|まし|ません|る|た|て|ない)/;
const NOT_PASSIVE =
  /(?:つか|わか|たお|おく|わす|なが|はな|あこが|こわ|うま|いわ|しゃが|あふ|ふ|く|か)れ|食べられ|見られ|出られ|来られ|いられ|られそう|考えられ|覚えられ|続けられ|かけられ/;

const NOT_SENTENCES: readonly Place[] = ['title', 'heading', 'name', 'table', 'picture'];

/** Whether somebody who is learning Japanese can follow: short sentences, said straight. */
export function checkEasyLevel(text: CheckedText): Problem[] {
  if (text.edition !== 'easy') return [];
  const problems: Problem[] = [];
  const lengths: number[] = [];
  let passive = 0;
  for (const passage of text.passages) {
    const add = (index: number, reason: string, remedy: string) =>
      problems.push(problemAt(text, offsetIn(passage, index), reason, remedy));
    const hard = (pattern: RegExp, what: string, remedy: string) => {
      const found = pattern.exec(passage.text);
      if (!found || isSaidAgain(passage.text.slice(found.index + found[0].length))) return;
      add(
        found.index,
        `${what}（「${found[0]}」）は、やさしい日本語では伝わりにくいことばです`,
        remedy,
      );
    };
    hard(
      DOUBLE_NEGATIVE,
      '二重の否定',
      '「〜です」「〜することがあります」と、まっすぐ言ってください',
    );
    hard(POLITE, 'ていねいすぎる敬語', '「です・ます」「〜してください」にしてください');
    hard(IDIOM, '慣用句', 'ふつうのことばに直すか、すぐあとに（ ）で意味を書いてください');
    if (NOT_SENTENCES.includes(passage.place)) continue;
    for (const { text: sentence, index } of sentencesOf(passage.text, text.edition)) {
      const length = lengthOf(sentence);
      if (length === 0) continue;
      lengths.push(length);
      if (PASSIVE.test(sentence) && !NOT_PASSIVE.test(sentence)) passive++;
      if (length > SENTENCE_CHARS)
        add(
          index,
          `文が長すぎます（${length}字。やさしい日本語は${SENTENCE_CHARS}字まで）`,
          '二つか三つの文に分けてください。25字くらいが読みやすい長さです',
        );
    }
  }
  if (lengths.length < ENOUGH_SENTENCES) return problems;
  const mean = lengths.reduce((a, b) => a + b, 0) / lengths.length;
  if (mean > MEAN_CHARS)
    problems.push(
      problemAt(
        text,
        0,
        `文の長さの平均が ${mean.toFixed(1)} 字です（${MEAN_CHARS}字まで）`,
        '長めの文から順に、一つの文に一つのことだけにしてください',
      ),
    );
  if (passive / lengths.length > PASSIVE_SHARE)
    problems.push(
      problemAt(
        text,
        0,
        `「〜られる」「〜れる」の文が多すぎます（${lengths.length}文のうち${passive}文）`,
        '「だれが、何をする」の形に直してください',
      ),
    );
  return problems;
}

/** A hard word explained at once, as the guide asks: 耳を傾ける（よく聞く）. */
function isSaidAgain(after: string): boolean {
  return /^[^。、「」]{0,6}（/.test(after);
}

/** Letters read in one breath: an explanation in brackets is a breath of its own, signs are none. */
function lengthOf(sentence: string): number {
  const spoken = sentence
    .replace(/（[^（）]{1,40}）/g, '')
    .replace(/[\s「」『』（）、。！？!?…・—]/g, '');
  // A word in Latin letters or figures is read as one.
  return [...spoken.replace(/[A-Za-z0-9]+/g, (word) => word.slice(0, 4))].length;
}
