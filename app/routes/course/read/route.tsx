import type { ActionFunctionArgs } from '@remix-run/node';
import { findVisitor } from '~/auth/guards.server';
import { isOfReader } from '~/auth/reader-word.server';
import { findStanding } from '~/flows/find-standing.server';
import { finishReading } from '~/flows/finish-reading.server';
import { formatTime, now } from '~/lib/clock';
import { findEdition } from '~/lib/edition';
import { readAge } from '~/lib/read-age';

const HASH_MAX = 128;

const refused = (reason: string, status: number) =>
  Response.json({ ok: false, reason }, { status });

export function loader() {
  throw new Response(null, { status: 405, headers: { Allow: 'POST' } });
}

/**
 * For the browser's part: 「読みました」 of a lesson without questions, kept on a device until there was a
 * network. It is the same however often it comes, and from however many devices; nobody is enrolled by it.
 */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const edition = findEdition(params);
  const visitor = await findVisitor(request, context);
  if (!visitor) return refused('signed-out', 401);
  const form = await request.formData();
  if (!isOfReader(visitor, form)) return refused('other-reader', 403);
  const at = now();
  const readAt = readAge(form, 'at', at);
  const hash = String(form.get('hash') ?? '');
  if (!readAt || !hash || hash.length > HASH_MAX) return refused('invalid', 400);
  const { store, content } = context;
  const standing = await findStanding(store.read, {
    slug: params.slug!,
    personId: visitor.personId,
    programmes: content.programmes,
  });
  const lesson = standing?.course.version.outline.lessons.find(
    ({ slug }) => slug === params.lesson,
  );
  if (!standing?.enrolment || !lesson) return refused('unknown', 404);
  // Questions came to the lesson since: they are what makes it done now.
  if (lesson.quizHash) return refused('questions', 409);
  const { enrolment } = standing;
  const read = { standing, enrolment, lessonId: lesson.id, edition, hash, readAt, at };
  const { to } = await finishReading(store, read);
  return Response.json({ ok: true, savedAt: formatTime(at), to });
}
