/**
 * A reading in kana, letter by letter in Hepburn: オオサカ → Oosaka. Which two vowels are one long one
 * cannot be told from kana (コトウラ is Kotoura, コウチ is written Kochi), so none is taken away.
 */
export function romajiOf(kana: string): string {
  const letters = [...kana.normalize('NFKC')].map((c) =>
    /[ぁ-ゖ]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0x60) : c,
  );
  let said = '';
  letters.forEach((letter, i) => {
    const small = SMALL[letter];
    const next = LETTERS[letters[i + 1] ?? ''] ?? '';
    if (small) said = glide(said, small);
    else if (letter === 'ッ') said += next.startsWith('ch') ? 't' : (next[0] ?? '');
    else if (letter === 'ー') said += said.at(-1) ?? '';
    else said += LETTERS[letter] ?? letter;
  });
  return said;
}

/** シ and ョ: shi + yo → sho; キ and ョ: ki + yo → kyo. */
function glide(said: string, small: string): string {
  const stem = said.replace(/[iu]$/, '');
  if (small.length === 1) return stem + small;
  return stem + (/(?:sh|ch|j)$/.test(stem) ? small.slice(1) : small);
}

const SMALL: Record<string, string> = {
  ...{ ャ: 'ya', ュ: 'yu', ョ: 'yo' },
  ...{ ァ: 'a', ィ: 'i', ゥ: 'u', ェ: 'e', ォ: 'o' },
};

const ROWS: [kana: string, letters: string][] = [
  ['アイウエオ', 'a i u e o'],
  ['カキクケコ', 'ka ki ku ke ko'],
  ['サシスセソ', 'sa shi su se so'],
  ['タチツテト', 'ta chi tsu te to'],
  ['ナニヌネノ', 'na ni nu ne no'],
  ['ハヒフヘホ', 'ha hi fu he ho'],
  ['マミムメモ', 'ma mi mu me mo'],
  ['ヤユヨ', 'ya yu yo'],
  ['ラリルレロ', 'ra ri ru re ro'],
  ['ワヲンヴ', 'wa o n vu'],
  ['ガギグゲゴ', 'ga gi gu ge go'],
  ['ザジズゼゾ', 'za ji zu ze zo'],
  ['ダヂヅデド', 'da ji zu de do'],
  ['バビブベボ', 'ba bi bu be bo'],
  ['パピプペポ', 'pa pi pu pe po'],
];
const LETTERS: Record<string, string> = Object.fromEntries(
  ROWS.flatMap(([kana, letters]) => letters.split(' ').map((said, i) => [kana[i]!, said])),
);

/** For comparing what people write: Osaka, Oosaka, Ohsaka and Ōsaka are one. */
export function romajiKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/oh(?![aeiouy])/g, 'o')
    .replace(/o[ou]+/g, 'o')
    .replace(/uu+/g, 'u')
    .replace(/m(?=[bmp])/g, 'n');
}
