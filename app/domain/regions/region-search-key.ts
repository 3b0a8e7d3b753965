import { foldText } from '~/lib/japanese';

export type RegionWords = {
  name: string;
  kana: string;
  code: string;
  /** Prefecture, city and name in one, as people write an address. */
  address?: string;
};

/**
 * What a partial search looks through: name, kana, code and address, each folded, with a space
 * between that no folded question can contain. Called with a question alone, it folds that.
 */
export function regionSearchKey(words: RegionWords | string): string {
  if (typeof words === 'string') return fold(words);
  const { name, kana, code, address } = words;
  return [name, kana, code, address ?? name].map(fold).join(' ');
}

/** One spelling for the kanji that places are written with in two ways, and for ヶ, ケ and が between kanji. */
function fold(text: string): string {
  return foldText(text)
    .replace(/檮/g, '梼')
    .replace(/惠/g, '恵')
    .replace(/ヶ/g, 'ケ')
    .replace(/(?<=\p{Script=Han})ガ/gu, 'ケ');
}
