export type ProgrammePart = {
  name: string;
  minutes: number;
  /** `one`: the host chooses which. */
  take: 'all' | 'one';
  /** Slugs. */
  courses: string[];
};

export type PartStanding = {
  name: string;
  minutes: number;
  take: 'all' | 'one';
  /** Finished courses that count for this part, or those that would. */
  courses: { slug: string; finished: boolean }[];
  /** True while the host has chosen none, so that any of them counts. */
  anyOf: boolean;
  /** When the last course it asks for was finished; null while it is not done. */
  doneAt: Date | null;
};

export type PartsFacts = {
  parts: ProgrammePart[];
  /** When each finished course was, by its slug. */
  finished: ReadonlyMap<string, Date>;
  /** What the host chose; null when it chose nothing, or something that is in no part. */
  elective: string | null;
};

/** How far somebody has come in each part of a programme. */
export function partsStanding({ parts, finished, elective }: PartsFacts): PartStanding[] {
  return parts.map(({ name, minutes, take, courses }) => {
    const chosen = take === 'one' && elective !== null && courses.includes(elective);
    const counted = chosen ? [elective] : courses;
    const anyOf = take === 'one' && !chosen;
    const times = counted.flatMap((slug) => finished.get(slug)?.getTime() ?? []);
    const isDone = anyOf ? times.length > 0 : times.length === counted.length;
    const doneTime = anyOf ? Math.min(...times) : Math.max(...times);
    return {
      name,
      minutes,
      take,
      courses: counted.map((slug) => ({ slug, finished: finished.has(slug) })),
      anyOf,
      doneAt: isDone ? new Date(doneTime) : null,
    };
  });
}
