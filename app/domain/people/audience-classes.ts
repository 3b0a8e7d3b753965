/** 対象: the eleven classes that municipalities report by. The codes stand in completions for ever. */
export const AUDIENCE_CLASSES = [
  'resident',
  'physician',
  'educator',
  'health-worker',
  'care-manager',
  'welfare-commissioner',
  'counsellor',
  'police',
  'fire',
  'public-servant',
  'other',
] as const;

export type AudienceClass = (typeof AUDIENCE_CLASSES)[number];
