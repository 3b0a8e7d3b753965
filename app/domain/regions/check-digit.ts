/** The check digit of a 団体コード of five digits: weights 6 to 2, the last digit of 11 − (sum mod 11). */
export function checkDigit(fiveDigits: string): string {
  const sum = [...fiveDigits].reduce((total, digit, i) => total + Number(digit) * (6 - i), 0);
  return String((11 - (sum % 11)) % 10);
}
