/** An e-mail address as it is compared: width and case make no difference. */
export function foldEmail(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}
