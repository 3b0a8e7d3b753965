import { parseWithZod } from '@conform-to/zod/v4';
import { z } from 'zod';
import type { Db } from '~/db/store.server';
import type { Merger } from '~/domain/regions/check-merger.server';
import { findNamedRegion } from '~/domain/regions/find-named-region.server';
import { kanaField, nameField } from '~/flows/name-fields';
import { REGION_KINDS } from '~/flows/region-words';
import { dayBefore, type Day } from '~/lib/clock';
import * as m from '~/paraglide/messages';

const AREAS_AT_MOST = 50;
const FIRST_YEAR = 1950;
const WORDS_SHOWN = 40;

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number(text.slice(0, 4)) < FIRST_YEAR) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const both = {
  step: z
    .enum(['preview', 'record', 'edit'], { error: () => m.areas_form_unread() })
    .default('preview'),
  from: z
    .string({ error: () => m.areas_merger_from_empty() })
    .transform((text) => text.split(/[\n、,，]/).map((line) => line.trim()))
    .transform((lines) => [...new Set(lines.filter(Boolean))])
    .refine((lines) => lines.length > 0, { error: () => m.areas_merger_from_empty() })
    .refine((lines) => lines.length <= AREAS_AT_MOST, { error: () => m.areas_merger_from_many() }),
  code: z
    .string({ error: () => m.areas_merger_code_empty() })
    .transform((text) => text.normalize('NFKC').replace(/\D/g, '')),
  day: z
    .string({ error: () => m.areas_merger_day_wrong() })
    .transform((text) => text.normalize('NFKC').trim().replace(/[/.]/g, '-'))
    .refine(isDay, { error: () => m.areas_merger_day_wrong() }),
};

/** `fresh`: a new municipality begins. `into`: one that is there takes the others in. */
const schema = z.discriminatedUnion(
  'way',
  [
    z.object({
      ...both,
      way: z.literal('fresh'),
      name: nameField,
      kana: kanaField,
      kind: z.enum(REGION_KINDS, { error: () => m.areas_merger_kind_empty() }),
    }),
    z.object({ ...both, way: z.literal('into') }),
  ],
  { error: () => m.areas_merger_way_empty() },
);

/** The form as it was sent, and the merger it describes where every area in it is one that is known. */
export async function readMergerForm(db: Db, form: FormData) {
  const submission = parseWithZod(form, { schema });
  if (submission.status !== 'success') return { submission, merger: null, refused: null };
  const sent = submission.value;
  const named = await nameAreas(db, sent.from, dayBefore(sent.day));
  if ('refused' in named) return { submission, merger: null, refused: named.refused };
  const fresh = sent.way === 'fresh' ? { kind: sent.kind, name: sent.name, kana: sent.kana } : null;
  const merger: Merger = { fromCodes: named.codes, toCode: sent.code, fresh, day: sent.day };
  return { submission, merger, refused: null };
}

async function nameAreas(db: Db, lines: string[], day: Day) {
  const codes: string[] = [];
  const refused: string[] = [];
  for (const words of lines) {
    const found = await findNamedRegion(db, { words: words.slice(0, 100), day });
    if (!('refused' in found)) codes.push(found.code);
    else {
      const say =
        found.refused === 'several' ? m.areas_merger_from_several : m.areas_merger_from_unknown;
      refused.push(say({ words: words.slice(0, WORDS_SHOWN) }));
    }
  }
  return refused.length > 0 ? { refused } : { codes: [...new Set(codes)] };
}
