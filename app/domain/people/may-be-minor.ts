/** Whether somebody of this 年代 may be under eighteen. */
export function mayBeMinor(ageBand: string): boolean {
  return ageBand === 'primary-school' || ageBand === '10s';
}
