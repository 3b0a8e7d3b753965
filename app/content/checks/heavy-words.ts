import type { Problem } from '../refusal';
import { offsetIn, problemAt, type CheckedText, type Place } from './passages';

/** Death, dying, violence, abuse, loss. Not the names of services and plans, nor 必死 and its like. */
const JAPANESE =
  /(?<![必決急瀕自])死(?![角語活守蔵火球])|しにたい|亡くな|亡くし|亡き|なくなった(?:人|方|家族)|(?:自殺|自死)(?!防止|対策|予防|総合|の(?:防止|予防|対策))|遺族|遺影|葬儀|葬式|お葬|四十九日|命日|喪中|看取|先立た|消えたい|消えてしまいたい|きえたい|自傷|自分を傷つけ|(?:暴力|虐待|体罰)(?!防止|相談|対策|予防|被害者支援|を(?:防|なく))|性(?:犯罪|暴力|被害)(?!.{0,8}(?:センター|相談|電話))|DV(?!相談|防止)|殴(?!り書)|蹴られ|(?<!自)殺(?!到|風景|菌|虫|生)|流産/;
const ENGLISH =
  /\bsuicid(?:e|al)\b(?!\s+(?:prevention|policy|law|act|countermeasure))|\b(?:die[sd]?|dying|death|deaths)\b|\bdead\b(?!\s*(?:end|line|batter))|\bkill(?:s|ed|ing)?\b|\bbereave|\bfuneral|\bpassed away|\babus(?:e|ed|ive)\b(?!\s+(?:prevention|centre|hotline|line))|\bviolen(?:ce|t)\b(?!\s+(?:prevention|support|counsel|hotline|centre|line))|\bself-harm|\bwants? to disappear|\bdisappear from this world|\blost (?:my|his|her|their) (?:husband|wife|partner|son|daughter|child|mother|father|brother|sister|parent|friend)/i;
const NOT_HERE: readonly Place[] = ['note', 'name'];

/**
 * A lesson that touches death, violence or loss says so at its top. `texts` are those of one lesson:
 * its text, questions and conversations, in every edition.
 */
export function checkHeavyWords(
  texts: readonly CheckedText[],
): { text: CheckedText; problem: Problem }[] {
  const lesson = texts.find(({ kind, edition }) => kind === 'lesson' && edition === 'original');
  if (!lesson || lesson.hasContentNote) return [];
  for (const text of [...texts].sort((a, b) => rank(a) - rank(b))) {
    const pattern = text.edition === 'en' ? ENGLISH : JAPANESE;
    for (const passage of text.passages) {
      if (NOT_HERE.includes(passage.place)) continue;
      const found = pattern.exec(passage.text);
      if (!found) continue;
      const near = passage.text.slice(found.index, found.index + 12);
      const problem = problemAt(
        text,
        offsetIn(passage, found.index),
        `重い話（「${near}…」）にふれる課ですが、content_note がありません`,
        'lesson.mdx の先頭に content_note: の about（何が出てくるか）と skip（飛ばし方）を書いてください',
      );
      return [{ text, problem }];
    }
  }
  return [];
}

function rank({ kind, edition }: CheckedText): number {
  return (edition === 'original' ? 0 : 10) + ['lesson', 'quiz', 'practice'].indexOf(kind);
}
