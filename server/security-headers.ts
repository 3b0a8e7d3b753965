export type SecurityFacts = {
  nonce: string;
  /** True when the service is reached over https. */
  https: boolean;
  /** True while Vite serves the modules: it puts styles into the page and keeps a socket open. */
  development: boolean;
};

export const POLICY_HEADERS: Readonly<Record<string, string>> = {
  /** Not "no-referrer": with that, browsers send `Origin: null` with our own forms. */
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
};

const ONE_YEAR_SECONDS = 31_536_000;

/** Everything comes from our own origin, and no script or style stands in the text of a page. */
export function contentSecurityPolicy({ nonce, https, development }: SecurityFacts): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self'${development ? ` 'unsafe-inline'` : ''}`,
    `img-src 'self' data:`,
    `media-src 'self'`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `object-src 'none'`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

export function setSecurityHeaders(headers: Headers, facts: SecurityFacts): void {
  for (const [name, value] of Object.entries(POLICY_HEADERS)) headers.set(name, value);
  headers.set('Content-Security-Policy', contentSecurityPolicy(facts));
  if (facts.https) {
    headers.set('Strict-Transport-Security', `max-age=${ONE_YEAR_SECONDS}; includeSubDomains`);
  }
}
