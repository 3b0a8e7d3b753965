const READS = new Set(['GET', 'HEAD']);

/** Ends mails. What stands in the address is proof enough, whoever sends it. */
const ONE_CLICK = /^(\/(easy|en))?\/follow-up\/[0-9a-f]{64}\/stop$/;

/**
 * True when a request only reads, or is a write that one of our own pages sent.
 *
 * - `Sec-Fetch-Site` is written by the browser and cannot be forged by a page. Where it is there,
 *   only `same-origin` (and `none`: typed by the visitor herself) will do; a sister domain will not.
 * - It is not sent to plain http addresses inside a closed network, so `Origin` is read as well. It
 *   has to be our public address, or the host this very request was sent to.
 * - Every browser that can show these pages sends one of the two with a form. A proxy of an office
 *   may take them away: then `Referer` decides, which our own policy keeps for our own pages.
 * - Nothing of the three: refused. Whoever writes from a program says `Origin`; only a mail program that
 *   ends mails at one click cannot, and no page can leave all three away.
 */
export function isOwnWrite(
  { method, path, headers }: { method: string; path: string; headers: Headers },
  publicOrigin: string,
): boolean {
  if (READS.has(method)) return true;

  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;

  const origin = headers.get('origin');
  if (origin !== null && origin !== 'null') return isOwnAddress(origin, headers, publicOrigin);
  if (site !== null) return true;
  if (origin === 'null') return false;

  const referer = headers.get('referer');
  if (referer === null) return method === 'POST' && isOneClick(path);
  return isOwnAddress(referer, headers, publicOrigin);
}

/** An address that a mail program may write to (RFC 8058), in a form of either sort. */
export function isOneClick(path: string): boolean {
  return ONE_CLICK.test(path);
}

function isOwnAddress(address: string, headers: Headers, publicOrigin: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, host, protocol } = new URL(address);
  if (origin === publicOrigin) return true;
  return (protocol === 'http:' || protocol === 'https:') && host === headers.get('host');
}
