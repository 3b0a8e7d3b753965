/**
 * A document out of the pieces that React 18 writes. Where a letter of several bytes does not fit into a
 * piece, React leaves zero bytes at its end; a browser would show them as a broken letter in an attribute.
 */
export function wholeDocument(pieces: readonly Uint8Array[]): Buffer<ArrayBuffer> {
  const whole = Buffer.concat(pieces);
  const kept: Buffer<ArrayBuffer>[] = [];
  let from = 0;
  for (let zero = whole.indexOf(0); zero >= 0; zero = whole.indexOf(0, from)) {
    kept.push(whole.subarray(from, zero));
    from = zero + 1;
  }
  return from === 0 ? whole : Buffer.concat([...kept, whole.subarray(from)]);
}
