/** Text on one line of a mail's head: what is typed by people cannot begin another line there. */
export function headerText(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
