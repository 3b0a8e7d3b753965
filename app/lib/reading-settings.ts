import { cookieValue } from './cookie';

export type TextSize = 'normal' | 'large' | 'larger';
export type ReadingSettings = { furigana: boolean; text: TextSize };

const COOKIE = 'reading';
const COOKIE_DAYS = 365;

/** How this reader wants pages shown; kept in a cookie of the device, so it works without an account. */
export function findReadingSettings(request: Request): ReadingSettings {
  const value = cookieValue(request, COOKIE, `__Host-${COOKIE}`) ?? '';
  const [furigana, text] = value.split('.');
  return {
    furigana: furigana === 'on',
    text: text === 'large' || text === 'larger' ? text : 'normal',
  };
}

/** The Set-Cookie header that keeps `settings`. */
export function keepReadingSettings({ furigana, text }: ReadingSettings, secure: boolean): string {
  return cookie(`${furigana ? 'on' : 'off'}.${text}`, COOKIE_DAYS * 24 * 60 * 60, secure);
}

export function forgetReadingSettings(secure: boolean): string {
  return cookie('', 0, secure);
}

function cookie(value: string, seconds: number, secure: boolean): string {
  const rest = `${COOKIE}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax; HttpOnly`;
  return secure ? `__Host-${rest}; Secure` : rest;
}
