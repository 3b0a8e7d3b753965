/** Questions to oneself that a lesson may hold. Their words belong to the page, not to the lesson. */
export const SELF_CHECKS = ['ucla-3'] as const;
