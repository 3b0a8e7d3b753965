import { createHash } from 'node:crypto';
import { compileLibrary } from '../app/content/compile-library.server';
import { readLibrary } from '../app/content/read-library.server';
import { readRegions } from '../app/content/reference.server';
import { formatRefusal } from '../app/content/refusal';
import { readPlaces } from '../app/content/words-beside';
import type { Store } from '../app/db/store.server';
import { findArtifact } from '../app/domain/courses/find-artifact.server';
import { findArtifactHashes } from '../app/domain/courses/find-artifact-hashes.server';
import { syncContent } from '../app/flows/sync-content.server';
import { now } from '../app/lib/clock';
import type { PublishedContent } from './context';
import { keepMedia } from './keep-media';

export type Publishing = { content: PublishedContent; refusals: string[] };

/** Checks the folder, compiles what changed and publishes what passes. A refused course stays as it was published before. */
export async function publishContent(
  store: Store,
  folder: string,
  mediaFolder: string,
): Promise<Publishing> {
  const library = await readLibrary(folder);
  const known = await findArtifactHashes(store.read);
  const compiled = await compileLibrary(library, { known });
  const lessons = library.courses.flatMap((course) => course.lessons);
  await keepMedia(library.example ? [...lessons, library.example] : lessons, mediaFolder);
  await syncContent(store, { library, compiled, at: now() });

  const { programmes, questionnaires, directory, nextSteps, retention } = library;
  const version = createHash('sha256')
    .update(
      JSON.stringify([
        programmes,
        questionnaires,
        directory,
        nextSteps,
        retention,
        compiled.courses.map((c) => c.contentHash),
        compiled.example?.hash,
      ]),
    )
    .digest('hex')
    .slice(0, 12);
  return {
    content: {
      programmes,
      questionnaires,
      directory,
      nextSteps,
      retention,
      example: compiled.example,
      readings: await findReadings(store, folder, compiled.wordsHash),
      version,
    },
    refusals: [...library.refusals, ...compiled.refusals].map(formatRefusal),
  };
}

async function findReadings(
  store: Store,
  folder: string,
  hash: string,
): Promise<ReadonlyMap<string, string>> {
  const kept = await findArtifact(store.read, { hash });
  const words = JSON.parse(kept ?? '[]') as [string, string][];
  return new Map([...readPlaces(await readRegions(folder)), ...words]);
}
