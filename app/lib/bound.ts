declare const boundFor: unique symbol;
declare const authorised: unique symbol;

/** How far somebody's eyes reach. Codes are of prefectures, municipalities or wards; each takes in all that lies within it. */
export type Reach =
  | { everywhere: true }
  | {
      everywhere: false;
      areaCodes: readonly string[];
      groupIds: readonly string[];
      organisationIds: readonly string[];
    };

/**
 * What a query about `Noun` has to stay within. Only a policy makes one (`app/auth/bound-of.ts`), so a
 * query that takes it cannot be asked by somebody nobody has looked at.
 */
export type Bound<Noun extends string> = Reach & { readonly [boundFor]: Noun };

/** A row that came out of a query with a bound. What changes somebody else's row takes one of these. */
export type Authorised<Row> = Row & { readonly [authorised]: true };
