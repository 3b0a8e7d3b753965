const HERE = 'https://here.invalid';

/** A path on this site, or `otherwise` when what was sent leads elsewhere. */
export function samePlace(to: unknown, otherwise = '/'): string {
  if (typeof to !== 'string' || !to.startsWith('/')) return otherwise;
  const url = URL.canParse(to, HERE) ? new URL(to, HERE) : null;
  return url?.origin === HERE && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash
    : otherwise;
}
