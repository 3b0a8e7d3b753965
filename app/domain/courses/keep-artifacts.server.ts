import { contentArtifacts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type KeepArtifacts = {
  artifacts: { hash: string; kind: 'lesson' | 'quiz' | 'words'; body: string }[];
  at: Date;
};

/** Keeps compiled lessons and quizzes by hash. One that is there already stays as it is. */
export async function keepArtifacts(db: Db, { artifacts, at }: KeepArtifacts): Promise<void> {
  for (const { hash, kind, body } of artifacts) {
    await db
      .insert(contentArtifacts)
      .values({ hash, kind, body, createdAt: at })
      .onConflictDoNothing();
  }
}
