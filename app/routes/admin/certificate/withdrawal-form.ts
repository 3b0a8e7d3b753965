import { z } from 'zod';
import { withdrawalReasons } from '~/domain/certificates/withdrawal-reasons';
import * as m from '~/paraglide/messages';

const NOTE_MIN_LETTERS = 5;
const NOTE_MAX_LETTERS = 400;

const note = z
  .string({ error: () => m.admin_withdraw_note_missing() })
  .trim()
  .check((ctx) => {
    const letters = [...ctx.value].length;
    const count = String(letters);
    const say = (message: string) => ctx.issues.push({ code: 'custom', message, input: ctx.value });
    if (letters < NOTE_MIN_LETTERS) say(m.admin_withdraw_note_short({ count }));
    if (letters > NOTE_MAX_LETTERS) say(m.admin_withdraw_note_long({ count }));
  });

/** First `check`, then `withdraw`; `edit` goes back with everything kept. */
export const withdrawalForm = z.object({
  step: z.enum(['check', 'withdraw', 'edit']).default('check'),
  reason: z.enum(withdrawalReasons, { error: () => m.admin_withdraw_reason_missing() }),
  note,
});
