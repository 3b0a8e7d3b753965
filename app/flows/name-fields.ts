import { z } from 'zod';
import { isKana } from '~/domain/people/is-kana';
import { nameRefusal } from '~/domain/people/name-refusal';
import { toKatakana } from '~/lib/japanese';
import * as m from '~/paraglide/messages';

const trimmed = (text: string) => text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');

/** A name as it is printed, and what is wrong with it when it cannot be. */
export const nameField = z
  .string({ error: () => m.areas_name_empty() })
  .transform(trimmed)
  .check((ctx) => {
    const refusal = nameRefusal(ctx.value);
    const message =
      ctx.value === ''
        ? m.areas_name_empty()
        : refusal && (refusal === 'too-long' ? m.areas_name_long() : m.areas_name_wrong());
    if (message) ctx.issues.push({ code: 'custom', message, input: ctx.value });
  });

/** A reading in katakana; hiragana and half-width kana are turned into it. */
export const kanaField = z
  .string({ error: () => m.areas_kana_empty() })
  .transform(toKatakana)
  .refine(isKana, { error: () => m.areas_kana_wrong() });
