// Rows of `option_tallies` that stand for no option; an option's id has letters, digits and hyphens only.

/** Submitted answers to the question. */
export const ANSWERED = '*';
/** Submitted answers that were right. */
export const ANSWERED_RIGHT = '=';
