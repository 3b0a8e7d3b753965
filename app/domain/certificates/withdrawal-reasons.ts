/** Why a certificate was withdrawn, as anyone who verifies it is told. */
export const withdrawalReasons = ['misprint', 'wish', 'issued-by-mistake', 'other'] as const;

export type WithdrawalReason = (typeof withdrawalReasons)[number];
