const HERE = 'https://here.invalid';

/** A path on this site, or the first page when what was sent leads elsewhere. */
export function samePlace(to: unknown): string {
  if (typeof to !== 'string' || !to.startsWith('/')) return '/';
  const url = URL.canParse(to, HERE) ? new URL(to, HERE) : null;
  return url?.origin === HERE && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash
    : '/';
}
