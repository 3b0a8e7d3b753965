import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const MANIFEST_NAME = 'manifest.json';
export const DATABASE_NAME = 'tsunagu.db';
export const CONTENT_NAME = 'content';
export const MEDIA_NAME = 'media';
const FORMAT = 1;

const schema = z.object({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  /** Number of migrations the database has. */
  schemaVersion: z.number().int(),
  /** Every file of the backup but this one, by its path within it. */
  files: z.record(z.string(), z.object({ bytes: z.number().int(), sha256: z.string().length(64) })),
  lastMonth: z.object({
    month: z.string(),
    cells: z.number().int(),
    completions: z.number().int(),
    people: z.number().int(),
    digest: z.string().length(64),
  }),
});

export type Manifest = z.infer<typeof schema>;

export const newManifest = (facts: Omit<Manifest, 'format'>): Manifest => ({
  format: FORMAT,
  ...facts,
});

/** What a backup says of itself, or why it cannot be read. */
export function readManifest(
  folder: string,
): { ok: true; manifest: Manifest } | { ok: false; why: string } {
  try {
    const text = readFileSync(join(folder, MANIFEST_NAME), 'utf8');
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return { ok: true, manifest: parsed.data };
    const [first] = parsed.error.issues;
    return { ok: false, why: `${MANIFEST_NAME}: ${first?.path.join('.')} ${first?.message}` };
  } catch (error) {
    return { ok: false, why: `${MANIFEST_NAME} cannot be read: ${(error as Error).message}` };
  }
}
