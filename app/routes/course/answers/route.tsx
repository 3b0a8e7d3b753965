import type { ActionFunctionArgs } from '@remix-run/node';
import { findVisitor } from '~/auth/guards.server';
import { answerQuestion } from '~/flows/answer-question.server';
import { formatTime, now } from '~/lib/clock';
import { readSentAnswer } from './sent-answer';

const status = { invalid: 400, 'unknown-attempt': 404, submitted: 409 } as const;

export function loader() {
  throw new Response(null, { status: 405, headers: { Allow: 'POST' } });
}

/** Saves one answer for the browser's part. The answer is kept for good when this says so. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const visitor = await findVisitor(request, context);
  if (!visitor) return Response.json({ ok: false, reason: 'signed-out' }, { status: 401 });
  const at = now();
  const sent = readSentAnswer(await request.formData(), at);
  if (!sent) return Response.json({ ok: false, reason: 'invalid' }, { status: 400 });

  const { personId } = visitor;
  const saved = await answerQuestion(context.store, { ...sent, personId, at });
  if (saved.ok)
    return Response.json({ ok: true, savedAt: formatTime(saved.savedAt), held: saved.held });
  const quiz = `/courses/${params.slug}/lessons/${params.lesson}/quiz`;
  const review = saved.reason === 'submitted' ? `${quiz}/review/${sent.attemptId}` : undefined;
  return Response.json(
    { ok: false, reason: saved.reason, review },
    { status: status[saved.reason] },
  );
}
