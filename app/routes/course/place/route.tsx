import type { ActionFunctionArgs } from '@remix-run/node';
import { findVisitor } from '~/auth/guards.server';
import { isOfReader } from '~/auth/reader-word.server';
import { findVersionOfText } from '~/domain/courses/find-version-of-text.server';
import { keepPlace } from '~/domain/learning/keep-place.server';
import { openLesson } from '~/domain/learning/open-lesson.server';
import { findStanding } from '~/flows/find-standing.server';
import { now } from '~/lib/clock';
import { findEdition } from '~/lib/edition';
import { readSentPlace } from './sent-place';

export function loader() {
  throw new Response(null, { status: 405, headers: { Allow: 'POST' } });
}

/**
 * Keeps how far somebody who has begun the course read, or that she opened a lesson where there was no
 * network, for her other devices. Sent again, it changes nothing; in a text that no version has nothing is kept.
 */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const edition = findEdition(params);
  const visitor = await findVisitor(request, context);
  if (!visitor) return Response.json({ ok: false, reason: 'signed-out' }, { status: 401 });
  const form = await request.formData();
  if (!isOfReader(visitor, form)) {
    return Response.json({ ok: false, reason: 'other-reader' }, { status: 403 });
  }
  const sent = readSentPlace(form, now());
  if (!sent) return Response.json({ ok: false, reason: 'invalid' }, { status: 400 });
  const { store, content } = context;
  const standing = await findStanding(store.read, {
    slug: params.slug!,
    personId: visitor.personId,
    programmes: content.programmes,
  });
  const lesson = standing?.course.version.outline.lessons.find(
    ({ slug }) => slug === params.lesson,
  );
  if (!standing || !lesson) return Response.json({ ok: false, reason: 'unknown' }, { status: 404 });
  const { course, enrolment } = standing;
  const { hash, block, at } = sent;
  const read = await findVersionOfText(store.read, { course, lessonId: lesson.id, hash });
  if (enrolment && read) {
    const of = { enrolmentId: enrolment.id, lessonId: lesson.id, at };
    await store.tx((db) =>
      block === null
        ? openLesson(db, { ...of, ...read, edition })
        : keepPlace(db, { ...of, block, hash }),
    );
  }
  return Response.json({ ok: true });
}
