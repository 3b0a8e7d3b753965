import { z } from 'zod';

const OPTIONS_MAX = 20;
const id = z.string().min(1).max(64);
const instant = z.coerce.number().int().nonnegative();

const sentAnswer = z.object({
  attempt: id,
  question: id,
  option: z.array(id).min(1).max(OPTIONS_MAX),
  answeredAt: instant,
  sentAt: instant,
  quiz: id.optional(),
});

export type SentAnswer = {
  attemptId: string;
  questionId: string;
  response: string[];
  answeredAt: Date;
  /** The questions that the device had before it. */
  quizHash?: string;
};

/**
 * An answer as the browser sends it. `answeredAt` and `sentAt` are both of the device's clock, so
 * their difference holds even where that clock is wrong. Without them it was chosen now.
 */
export function readSentAnswer(form: FormData, at: Date): SentAnswer | null {
  const read = sentAnswer.safeParse({
    attempt: form.get('attempt'),
    question: form.get('question'),
    option: form.getAll('option'),
    answeredAt: form.get('answeredAt') ?? 0,
    sentAt: form.get('sentAt') ?? 0,
    quiz: form.get('quiz') ?? undefined,
  });
  if (!read.success) return null;
  const { attempt, question, option, answeredAt, sentAt, quiz } = read.data;
  const ageMs = Math.max(0, sentAt - answeredAt);
  return {
    attemptId: attempt,
    questionId: question,
    response: option,
    answeredAt: new Date(Math.max(0, at.getTime() - ageMs)),
    ...(quiz ? { quizHash: quiz } : {}),
  };
}
