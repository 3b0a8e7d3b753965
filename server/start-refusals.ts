import type { Env } from '../app/lib/env.server';

/** What a production start lacks, one line each with what to do; empty when it may start. */
export function findStartRefusals(env: Env): string[] {
  if (env.NODE_ENV !== 'production') return [];
  const refusals: string[] = [];
  if (!env.SECRET) {
    refusals.push(
      `SECRET is missing: at least 32 characters, kept for ever and outside the repository. Make one: node -e "console.log(require('crypto').randomBytes(32).toString('base64url'))"`,
    );
  }
  if (!env.ORIGIN) {
    refusals.push(
      'ORIGIN is missing: the address where people reach the service, e.g. https://tsunagu.example.jp. It is printed on certificates.',
    );
  } else {
    const { protocol, origin } = new URL(env.ORIGIN);
    if (protocol !== 'https:' && protocol !== 'http:') {
      refusals.push(
        `ORIGIN is ${env.ORIGIN}: it begins with https:// (or http:// in a closed network).`,
      );
    } else if (origin !== env.ORIGIN.replace(/\/$/, '')) {
      refusals.push(`ORIGIN is ${env.ORIGIN}: write only scheme, host and port, e.g. ${origin}`);
    }
  }
  if (env.SMTP_URL && !env.MAIL_FROM) {
    refusals.push(
      'MAIL_FROM is missing beside SMTP_URL: who mail comes from, e.g. つなぐ <no-reply@city.example.jp>',
    );
  }
  return refusals;
}
