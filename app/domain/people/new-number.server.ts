import { randomInt } from 'node:crypto';
import { numberCheckDigit } from './number-check-digit';

/** A 受講番号: twelve digits, the first not 0 so that a spreadsheet keeps it, the last a check digit. Says nothing about the person. */
export function newNumber(): string {
  const first = String(randomInt(1, 10));
  const digits = first + String(randomInt(10 ** 10)).padStart(10, '0');
  return digits + numberCheckDigit(digits);
}
