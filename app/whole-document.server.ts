/**
 * A document out of the pieces that React 18 writes. Where a letter of several bytes does not fit into a
 * piece, React leaves zero bytes at its end; a browser would show them as a broken letter in an attribute.
 */
export function wholeDocument(pieces: readonly Uint8Array[]): Buffer<ArrayBuffer> {
  const whole = Buffer.concat(pieces);
  return whole.includes(0) ? Buffer.from(whole.filter((byte) => byte !== 0)) : whole;
}
