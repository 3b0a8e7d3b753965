import { z } from 'zod';
import { kanaField, nameField } from '~/flows/name-fields';
import { GROUP_KINDS } from '~/flows/region-words';
import * as m from '~/paraglide/messages';

const wrongCode = { error: () => m.areas_group_not_a_municipality() };
const code = z.string(wrongCode).max(20, wrongCode);

/** What the buttons of the page of a group send. */
export const groupForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('facts'),
      name: nameField,
      kana: kanaField,
      kind: z.enum(GROUP_KINDS, { error: () => m.areas_kind_empty() }),
    }),
    z.object({ intent: z.literal('add'), code }),
    z.object({ intent: z.literal('remove'), code }),
    z.object({ intent: z.literal('end') }),
  ],
  { error: () => m.areas_form_unread() },
);
