/** A typed code as it is stored: full width, small letters, spaces, hyphens and the look-alikes I L O U forgiven. */
export function normaliseCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
    .replace(/U/g, 'V');
}

/** "7F3K2MQX9TVD" → "7F3K-2MQX-9TVD" */
export function groupCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}
