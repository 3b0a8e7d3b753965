/**
 * The visitor's address. Each trusted proxy appends the address it was called from to
 * `X-Forwarded-For`; what stands further left was written by the visitor and is not believed.
 */
export function findClientAddress(
  socketAddress: string,
  forwardedFor: string | null,
  trustedProxies: number,
): string {
  const chain = (forwardedFor ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  chain.push(socketAddress);
  const address = chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? socketAddress;
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
