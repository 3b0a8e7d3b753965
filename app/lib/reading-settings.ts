export type TextSize = 'normal' | 'large' | 'larger';
export type ReadingSettings = { furigana: boolean; text: TextSize };

const COOKIE = 'reading';
const COOKIE_DAYS = 365;

/** How this reader wants pages shown; kept in a cookie of the device, so it works without an account. */
export function findReadingSettings(request: Request): ReadingSettings {
  const cookie = request.headers.get('Cookie') ?? '';
  const value = /(?:^|;\s*)reading=([a-z.]*)/.exec(cookie)?.[1] ?? '';
  const [furigana, text] = value.split('.');
  return {
    furigana: furigana === 'on',
    text: text === 'large' || text === 'larger' ? text : 'normal',
  };
}

/** The Set-Cookie header that keeps `settings`. */
export function keepReadingSettings(settings: ReadingSettings, secure: boolean): string {
  const value = `${settings.furigana ? 'on' : 'off'}.${settings.text}`;
  const age = COOKIE_DAYS * 24 * 60 * 60;
  return `${COOKIE}=${value}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
}
