import { and, desc, eq, ne } from 'drizzle-orm';
import { courses, courseVersions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { CourseOutline } from '~/db/tables/courses';
import { newId } from '~/lib/id.server';

export type PublishCourse = {
  id: string;
  slug: string;
  programmeCode: string;
  contentHash: string;
  outline: CourseOutline;
  at: Date;
};

/** Publishes a course. A new version is made only when its content differs from the newest one. */
export async function publishCourse(
  db: Db,
  input: PublishCourse,
): Promise<{ versionId: string; number: number; isNew: boolean }> {
  await freeSlug(db, input);
  await db
    .insert(courses)
    .values({ id: input.id, slug: input.slug, programmeCode: input.programmeCode })
    .onConflictDoUpdate({
      target: courses.id,
      set: { slug: input.slug, programmeCode: input.programmeCode, retiredAt: null },
    });
  const [newest] = await db
    .select({
      id: courseVersions.id,
      number: courseVersions.number,
      contentHash: courseVersions.contentHash,
    })
    .from(courseVersions)
    .where(eq(courseVersions.courseId, input.id))
    .orderBy(desc(courseVersions.number))
    .limit(1);
  if (newest?.contentHash === input.contentHash) {
    return { versionId: newest.id, number: newest.number, isNew: false };
  }
  const version = { id: newId(input.at), number: (newest?.number ?? 0) + 1 };
  await db.insert(courseVersions).values({
    ...version,
    courseId: input.id,
    contentHash: input.contentHash,
    outline: input.outline,
    publishedAt: input.at,
  });
  await db.update(courses).set({ currentVersionId: version.id }).where(eq(courses.id, input.id));
  return { versionId: version.id, number: version.number, isNew: true };
}

/** The id is the identity: when another course takes over an address, the one that had it steps aside. */
async function freeSlug(db: Db, { id, slug }: PublishCourse) {
  const [holder] = await db
    .select({ id: courses.id })
    .from(courses)
    .where(and(eq(courses.slug, slug), ne(courses.id, id)));
  if (!holder) return;
  await db
    .update(courses)
    .set({ slug: `${slug}-${holder.id}` })
    .where(eq(courses.id, holder.id));
}
