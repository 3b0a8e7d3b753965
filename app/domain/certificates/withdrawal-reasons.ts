/** Why a certificate was withdrawn, as anyone who verifies it is told. */
export const withdrawalReasons = ['misprint', 'wish', 'issued-by-mistake', 'other'] as const;

export type WithdrawalReason = (typeof withdrawalReasons)[number];

/** Why it says so with no name left on it: the holder erased her record, or it was kept long enough. */
export type ErasureReason = 'holder-wish' | 'retention';
