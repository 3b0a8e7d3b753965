/** Codes open a record to whoever has them, so they do not stand in a log. */
const AFTER_CODE_PATHS =
  /^((?:\/(?:easy|en))?\/(?:verify|sign-in\/link|invitations|follow-up)\/)[^/.]+/;

/** The path as it may stand in the log: no query, no code. */
export function maskedPath(path: string): string {
  return path.replace(AFTER_CODE_PATHS, '$1*');
}
