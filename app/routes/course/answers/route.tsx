import type { ActionFunctionArgs } from '@remix-run/node';
import { findVisitor } from '~/auth/guards.server';
import { answerQuestion } from '~/flows/answer-question.server';
import { formatTime, now } from '~/lib/clock';
import { coursePath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import { handIn } from './hand-in.server';
import { readSentAnswer } from './sent-answer';

const status = { invalid: 400, changed: 409, 'unknown-attempt': 404, submitted: 409 } as const;

export function loader() {
  throw new Response(null, { status: 405, headers: { Allow: 'POST' } });
}

/**
 * For the browser's part: saves one answer, or with `intent=hand-in` closes an attempt. What this says
 * is kept, is kept for good. A device may have begun the attempt by itself, while it had no network.
 */
export async function action(args: ActionFunctionArgs) {
  const { params, request, context } = args;
  const visitor = await findVisitor(request, context);
  if (!visitor) return Response.json({ ok: false, reason: 'signed-out' }, { status: 401 });
  const { personId } = visitor;
  const at = now();
  const form = await request.formData();
  if (form.get('intent') === 'hand-in') return handIn(args, { form, personId, at });
  const sent = readSentAnswer(form, at);
  if (!sent) return Response.json({ ok: false, reason: 'invalid' }, { status: 400 });

  const { quizHash, ...answer } = sent;
  const lesson = { slug: params.slug!, lesson: params.lesson! };
  const begun = quizHash ? { ...lesson, quizHash } : undefined;
  const saved = await answerQuestion(context.store, { ...answer, begun, personId, at });
  if (saved.ok)
    return Response.json({ ok: true, savedAt: formatTime(saved.savedAt), held: saved.held });
  const quiz = coursePath(findEdition(params), lesson.slug, 'lessons', lesson.lesson, 'quiz');
  const review = saved.reason === 'submitted' ? `${quiz}/review/${sent.attemptId}` : undefined;
  return Response.json(
    { ok: false, reason: saved.reason, review },
    { status: status[saved.reason] },
  );
}
