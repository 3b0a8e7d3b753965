/** One address and nothing beside it. What old mobile addresses allow themselves is let through. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s<>,;:"@\p{C}]+@[^\s<>,;:"@\p{C}]+$/u.test(text);
}
