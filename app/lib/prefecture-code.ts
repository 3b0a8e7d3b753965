/** Whether a 6-digit 団体コード is a prefecture's: NN000 and the check digit. */
export function isPrefectureCode(code: string): boolean {
  return /^\d\d000\d$/.test(code) && code !== '000000';
}
