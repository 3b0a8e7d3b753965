/**
 * The form in which a password or passphrase is hashed. Width makes no difference. Where nothing but
 * kana was typed it is a passphrase: katakana, spaces, hyphens and づ ぢ for ず じ are forgiven.
 */
export function foldSecret(typed: string): string {
  const text = typed.normalize('NFKC');
  const kana = text
    .replace(/[\s\p{Dash_Punctuation}ー・、,.−]/gu, '')
    .replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
    .replace(/づ/g, 'ず')
    .replace(/ぢ/g, 'じ');
  return /^[ぁ-ゖ]+$/.test(kana) ? kana : text;
}
