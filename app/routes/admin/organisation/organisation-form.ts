import { z } from 'zod';
import type { KeptOrganisation } from '~/domain/organisations/keep-organisation.server';
import { nameRefusal } from '~/domain/people/name-refusal';
import { kanaField, nameField } from '~/flows/name-fields';
import { HOST_KINDS } from '~/flows/region-words';
import * as m from '~/paraglide/messages';

export type OrganisationFields = {
  id: string;
  kind: string;
  name: string;
  kana: string;
  department: string;
  area: string;
  series: string;
  asksGuardian: string;
};

export const organisationForm = z.object({
  id: z.uuid({ error: () => m.areas_form_unread() }).optional(),
  kind: z.enum(HOST_KINDS, { error: () => m.areas_kind_empty() }),
  name: nameField,
  kana: kanaField,
  department: z
    .string({ error: () => m.areas_name_wrong() })
    .trim()
    .refine((text) => nameRefusal(text) === null, { error: () => m.areas_name_wrong() })
    .optional(),
  area: z.string({ error: () => m.areas_host_area_empty() }).max(100, {
    error: () => m.areas_host_area_unknown(),
  }),
  series: z
    .string({ error: () => m.areas_host_series_wrong() })
    .transform((text) => text.normalize('NFKC').trim())
    .refine((text) => /^[A-Za-z0-9-]{1,12}$/.test(text), {
      error: () => m.areas_host_series_wrong(),
    })
    .optional(),
  /** Not chosen is no. */
  asksGuardian: z.literal('yes', { error: () => m.areas_form_unread() }).optional(),
});

type Refused = Extract<KeptOrganisation, { ok: false }>['reason'];

/** Which field a refusal is about, and what it says there. */
export function refusalWords(reason: Refused): Record<string, string[]> {
  switch (reason) {
    case 'area-not-yours':
      return { area: [m.areas_host_area_unknown()] };
    case 'series-taken':
      return { series: [m.areas_host_series_taken()] };
    case 'series-in-use':
      return { series: [m.areas_host_series_in_use()] };
  }
}
