/** Folds what people type differently: width, case, spaces, hiragana to katakana, variation selectors. For comparing, never for storing. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu, '')
    .toLowerCase()
    .replace(/[\s\u3000]+/g, '')
    .replace(/[\u3041-\u3096]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));
}

/** Katakana for a reading typed as hiragana, half-width or full-width kana; spaces become one ideographic space. */
export function toKatakana(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u3041-\u3096]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60))
    .trim()
    .replace(/[\s\u3000]+/g, '　');
}
