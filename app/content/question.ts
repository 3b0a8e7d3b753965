import type { Inline } from './tree';

export type QuestionKind = 'single' | 'multiple' | 'true-false' | 'order' | 'scenario';

/** A question as a learner may see it before answering: no key, no feedback. */
export type PublicQuestion = {
  id: string;
  kind: QuestionKind;
  scene: Inline | null;
  text: Inline;
  options: { id: string; text: Inline }[];
};

/** Chosen option ids by question; for `order` in the order chosen. */
export type Responses = Record<string, string[]>;
