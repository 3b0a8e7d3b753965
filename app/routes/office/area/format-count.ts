const plain = new Intl.NumberFormat('ja-JP');
const signed = new Intl.NumberFormat('ja-JP', { signDisplay: 'exceptZero' });

/** "1,204" */
export function formatCount(count: number): string {
  return plain.format(count);
}

/** "+32", "−12", "0" */
export function formatDifference(difference: number): string {
  return signed.format(difference).replace('-', '−');
}
