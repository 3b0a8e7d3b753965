/** Lenient: old mobile addresses break the standard and still receive mail. What cannot be seen is a slip. */
const EMAIL = /^[^\s\p{C}\uFFFD@]+@[^\s\p{C}\uFFFD@]+\.[^\s\p{C}\uFFFD@.]+$/u;

export function isEmail(address: string): boolean {
  return address.length <= 254 && EMAIL.test(address);
}
