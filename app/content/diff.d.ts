/** The one function of the package that is used here. */
declare module 'diff' {
  export type ArrayChange<T> = { value: T[]; added?: boolean; removed?: boolean };
  export function diffArrays<T>(before: T[], after: T[]): ArrayChange<T>[];
}
