/** True for a reading in full-width katakana, as `toKatakana` makes it. */
export function isKana(reading: string): boolean {
  return reading.length <= 100 && /^[ァ-ヺー・ヽヾ　]*[ァ-ヺ][ァ-ヺー・ヽヾ　]*$/.test(reading);
}
