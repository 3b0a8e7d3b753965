/** What somebody may be worried about. The ids stand in addresses (`/help?worry=…`) and in files: they stay. */
export const WORRIES = [
  'death',
  'feeling',
  'alone',
  'violence',
  'child',
  'youth',
  'family',
  'elder',
  'illness',
  'money',
  'work',
  'consumer',
  'online',
  'office',
  'foreign-language',
] as const;
export type Worry = (typeof WORRIES)[number];

/** How a window is reached. `writing` is for who does not hear or does not want to speak. */
export const WAYS = ['phone', 'chat', 'sns', 'mail', 'writing', 'web', 'visit'] as const;
export type Way = (typeof WAYS)[number];

export function isWorry(text: unknown): text is Worry {
  return WORRIES.includes(text as Worry);
}

export function isWay(text: unknown): text is Way {
  return WAYS.includes(text as Way);
}
