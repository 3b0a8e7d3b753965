export type RuleLesson = { id: string; hasQuiz: boolean };

/** How far a learner has come, in the facts the rule asks for. */
export type RuleFacts = {
  doneLessonIds: Iterable<string>;
  /** Share of questions right (0 to 1) in the best submitted attempt, by lesson; absent when none is submitted. */
  bestShares: Readonly<Record<string, number>>;
  /** The programme's share; 0 means that answering is enough. */
  rightShare: number;
};

/**
 * A lesson is done by its best attempt or, without a quiz, when the learner says so. Once marked as done
 * it stays so: a new version that asks more takes nothing away.
 */
export function isLessonDone(lesson: RuleLesson, facts: RuleFacts): boolean {
  if (new Set(facts.doneLessonIds).has(lesson.id)) return true;
  const share = lesson.hasQuiz ? facts.bestShares[lesson.id] : undefined;
  return share !== undefined && share >= facts.rightShare;
}
