export type RuleLesson = { id: string; hasQuiz: boolean };

/** How far a learner has come, in the facts the rule asks for. */
export type RuleFacts = {
  doneLessonIds: Iterable<string>;
  /** Share of questions right (0 to 1) in the best submitted attempt, by lesson; absent when none is submitted. */
  bestShares: Readonly<Record<string, number>>;
  /** The programme's share; 0 means that answering is enough. */
  rightShare: number;
};

/** A lesson with a quiz is done by its best attempt; one without, when the learner says so. */
export function isLessonDone(lesson: RuleLesson, facts: RuleFacts): boolean {
  if (!lesson.hasQuiz) return new Set(facts.doneLessonIds).has(lesson.id);
  const share = facts.bestShares[lesson.id];
  return share !== undefined && share >= facts.rightShare;
}
