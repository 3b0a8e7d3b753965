type Cycle = { cycle: number; cycleBegunAt: Date | null };

/** The cycle of a programme that was under way at a moment: a course begun after a renewal belongs to it, whatever its own enrolment counts. */
export function cycleAt(enrolments: readonly Cycle[], at: Date): number {
  const begun = enrolments.filter(({ cycleBegunAt }) => cycleBegunAt && cycleBegunAt <= at);
  return Math.max(1, ...begun.map(({ cycle }) => cycle));
}
