/** A window as readers see it, wherever it comes from. */
export type ShownWindow = {
  id: string;
  name: string;
  /** `name` and `forWhom` are in the edition's own words; everything else that authors wrote is Japanese. */
  isTranslated: boolean;
  number: string | null;
  url: string | null;
  /** Whether it is open at this moment; null where nobody gives hours to reckon with. */
  now: { isOpen: boolean; words: string } | null;
  mayDifferOnHolidays: boolean;
  hours: string;
  forWhom: string;
  /** Where it is, or how to find one's own. */
  find: string | null;
  address: string | null;
  charge: string | null;
  languages: string | null;
  note: string | null;
  checkedOn: string;
  isStale: boolean;
  /** Null for a window of an office, whose officer answers for it. */
  verified: boolean | null;
  source: string | null;
};
