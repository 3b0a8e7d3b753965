import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const DAY = z.iso.date();
const CODE = z.string().regex(/^\d{6}$/);

const regionsFile = z.strictObject({
  source: z.array(
    z.strictObject({ package: z.string(), version: z.string(), licence: z.string() }),
  ),
  builtOn: DAY,
  asOf: DAY,
  regions: z.array(
    z.strictObject({
      code: CODE,
      kind: z.enum([
        'prefecture',
        'designated-city',
        'city',
        'special-ward',
        'town',
        'village',
        'administrative-ward',
      ]),
      name: z.string().min(1),
      kana: z.string().regex(/^[ァ-ヶー]+$/),
      prefectureCode: CODE,
      parentCode: CODE.nullable(),
      counted: z.boolean(),
      validFrom: DAY.nullable(),
    }),
  ),
});

export type ReferenceRegion = z.infer<typeof regionsFile>['regions'][number];

/** The regions of `reference/regions.json` in a content folder, checked. */
export async function readRegions(folder: string): Promise<ReferenceRegion[]> {
  const text = await readFile(join(folder, 'reference/regions.json'), 'utf8');
  return regionsFile.parse(JSON.parse(text)).regions;
}
