import type { Store } from '~/db/store.server';
import { keepArtifacts, type KeepArtifacts } from '~/domain/courses/keep-artifacts.server';
import { keepProgramme, type KeepProgramme } from '~/domain/courses/keep-programme.server';
import { publishCourse, type PublishCourse } from '~/domain/courses/publish-course.server';
import { retireCourses } from '~/domain/courses/retire-courses.server';

export type SyncContent = {
  library: { programmes: KeepProgramme[]; refusals: readonly unknown[] };
  compiled: {
    courses: Omit<PublishCourse, 'at'>[];
    artifacts: KeepArtifacts['artifacts'];
    refusals: readonly unknown[];
  };
  at: Date;
};

/**
 * Brings the records up to the content that was compiled: all of it, or nothing. Versions published
 * before are never touched. While anything is refused nothing is retired, because a course that
 * cannot be read is not a course that was taken away.
 */
export async function syncContent(
  store: Store,
  { library, compiled, at }: SyncContent,
): Promise<{ newVersions: string[] }> {
  return await store.tx(async (db) => {
    for (const programme of library.programmes) await keepProgramme(db, programme);
    await keepArtifacts(db, { artifacts: compiled.artifacts, at });
    const newVersions: string[] = [];
    for (const course of compiled.courses) {
      const { versionId, isNew } = await publishCourse(db, { ...course, at });
      if (isNew) newVersions.push(versionId);
    }
    if (library.refusals.length === 0 && compiled.refusals.length === 0) {
      await retireCourses(db, { keptIds: compiled.courses.map(({ id }) => id), at });
    }
    return { newVersions };
  });
}
