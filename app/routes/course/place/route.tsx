import type { ActionFunctionArgs } from '@remix-run/node';
import { findVisitor } from '~/auth/guards.server';
import { keepPlace } from '~/domain/learning/keep-place.server';
import { findStanding } from '~/flows/find-standing.server';
import { now } from '~/lib/clock';
import { findEdition } from '~/lib/edition';
import { readSentPlace } from './sent-place';

export function loader() {
  throw new Response(null, { status: 405, headers: { Allow: 'POST' } });
}

/** Keeps how far somebody who has begun the course read, for her other devices. In a text that is no longer shown nothing is kept. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  findEdition(params);
  const visitor = await findVisitor(request, context);
  if (!visitor) return Response.json({ ok: false, reason: 'signed-out' }, { status: 401 });
  const sent = readSentPlace(await request.formData(), now());
  if (!sent) return Response.json({ ok: false, reason: 'invalid' }, { status: 400 });
  const { store, content } = context;
  const standing = await findStanding(store.read, {
    slug: params.slug!,
    personId: visitor.personId,
    programmes: content.programmes,
  });
  const outline = standing?.course.version.outline;
  const lesson = outline?.lessons.find(({ slug }) => slug === params.lesson);
  if (!standing || !lesson || !outline)
    return Response.json({ ok: false, reason: 'unknown' }, { status: 404 });
  const shown = Object.values(outline.editions ?? {}).map(
    ({ lessons }) => lessons[lesson.id]?.lessonHash,
  );
  if (standing.enrolment && [lesson.lessonHash, ...shown].includes(sent.hash)) {
    const place = { ...sent, enrolmentId: standing.enrolment.id, lessonId: lesson.id };
    await store.tx((db) => keepPlace(db, place));
  }
  return new Response(null, { status: 204 });
}
