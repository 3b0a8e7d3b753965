import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
const KIND = { algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS } as const;
/** Steps before and after the present one whose code is taken too: clocks differ. */
const WINDOW = 1;

export const TOTP_DIGITS = KIND.digits;

/** The time step that a moment lies in. */
export function stepAt(at: Date): number {
  return TOTP.counter({ period: PERIOD_SECONDS, timestamp: at.getTime() });
}

export function codeOfStep(secret: string, step: number): string {
  const timestamp = step * PERIOD_SECONDS * 1000;
  return TOTP.generate({ ...KIND, secret: Secret.fromBase32(secret), timestamp });
}

/** The time step whose code this is, or null. */
export function matchingStep(secret: string, code: string, at: Date): number | null {
  const delta = TOTP.validate({
    ...KIND,
    token: code,
    secret: Secret.fromBase32(secret),
    timestamp: at.getTime(),
    window: WINDOW,
  });
  return delta === null ? null : stepAt(at) + delta;
}

/** Base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator reads from a QR code. */
export function otpauthUri({
  issuer,
  label,
  secret,
}: {
  issuer: string;
  label: string;
  secret: string;
}): string {
  return new TOTP({ ...KIND, issuer, label, secret: Secret.fromBase32(secret) }).toString();
}
