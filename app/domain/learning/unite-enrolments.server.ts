import { eq } from 'drizzle-orm';
import { enrolments, lessonProgress } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

type Enrolment = typeof enrolments.$inferSelect;

/**
 * Makes one of two enrolments in the same course: every lesson opened or done in either, each at its
 * earliest. `fromId` is gone afterwards; its attempts have to be moved before.
 */
export async function uniteEnrolments(
  db: Db,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<void> {
  const from = await findById(db, fromId);
  const into = await findById(db, intoId);
  if (from.courseId !== into.courseId)
    throw new Error(`${fromId} and ${intoId} are of two courses`);
  const ahead = from.cycle > into.cycle ? from : into;
  const since = ahead.cycleBegunAt;
  await uniteProgress(db, { fromId, intoId, since });
  const later = from.lastSeenAt > into.lastSeenAt ? from : into;
  await db
    .update(enrolments)
    .set({
      organisationId: into.organisationId ?? from.organisationId,
      versionId: later.versionId,
      edition: later.edition,
      lastLessonId: later.lastLessonId ?? into.lastLessonId ?? from.lastLessonId,
      startedAt: from.startedAt < into.startedAt ? from.startedAt : into.startedAt,
      lastSeenAt: later.lastSeenAt,
      finishedAt: earliest(from.finishedAt, into.finishedAt, since),
      cycle: ahead.cycle,
      cycleBegunAt: since,
    })
    .where(eq(enrolments.id, intoId));
  await db.delete(enrolments).where(eq(enrolments.id, fromId));
}

async function findById(db: Db, id: string): Promise<Enrolment> {
  const [row] = await db.select().from(enrolments).where(eq(enrolments.id, id));
  if (!row) throw new Error(`no enrolment ${id}`);
  return row;
}

type Unite = { fromId: string; intoId: string; since: Date | null };

async function uniteProgress(db: Db, { fromId, intoId, since }: Unite) {
  const mine = await db.select().from(lessonProgress).where(eq(lessonProgress.enrolmentId, intoId));
  const theirs = await db
    .select()
    .from(lessonProgress)
    .where(eq(lessonProgress.enrolmentId, fromId));
  for (const row of theirs) {
    const own = mine.find(({ lessonId }) => lessonId === row.lessonId);
    const doneAt = earliest(own?.doneAt ?? null, row.doneAt, since);
    const united = {
      openedAt: own && own.openedAt < row.openedAt ? own.openedAt : row.openedAt,
      doneAt,
      /** The version it was done with. */
      versionId: own && doneAt?.getTime() === own.doneAt?.getTime() ? own.versionId : row.versionId,
      knownVersionId: own?.knownVersionId ?? row.knownVersionId,
      ...laterPlace(own, row),
    };
    await db
      .insert(lessonProgress)
      .values({ enrolmentId: intoId, lessonId: row.lessonId, ...united })
      .onConflictDoUpdate({
        target: [lessonProgress.enrolmentId, lessonProgress.lessonId],
        set: united,
      });
  }
  await db.delete(lessonProgress).where(eq(lessonProgress.enrolmentId, fromId));
}

type Progress = typeof lessonProgress.$inferSelect;

function laterPlace(own: Progress | undefined, row: Progress) {
  const isOwn = (own?.placeAt?.getTime() ?? 0) >= (row.placeAt?.getTime() ?? 0);
  const { placeBlock, placeHash, placeAt } = own && isOwn ? own : row;
  return { placeBlock, placeHash, placeAt };
}

/** The earlier of two times, of those in the present cycle. */
function earliest(a: Date | null, b: Date | null, since: Date | null): Date | null {
  const [first] = [a, b]
    .filter((time) => time !== null && (since === null || time >= since))
    .sort((one, other) => one!.getTime() - other!.getTime());
  return first ?? null;
}
