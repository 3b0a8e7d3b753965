/** Damm's table: a digit after another always leads elsewhere, so one wrong digit or two neighbours exchanged never go unseen. */
const STEPS = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/** The check digit of a 受講番号, for its first eleven digits. Over all twelve it is 0. */
export function numberCheckDigit(digits: string): string {
  return [...digits].reduce((row, digit) => STEPS[Number(row)]![Number(digit)]!, '0');
}
