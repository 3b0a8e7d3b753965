import type { RegionGroupKind, RegionKind } from '~/db/tables/regions';
import type { OrganisationKind } from '~/db/tables/organisations';
import * as m from '~/paraglide/messages';

export const GROUP_KINDS = [
  'core-city-area',
  'health-centre-area',
  'other',
] as const satisfies RegionGroupKind[];

export function groupKindWord(kind: RegionGroupKind): string {
  const words: Record<RegionGroupKind, () => string> = {
    'core-city-area': m.areas_group_kind_core_city_area,
    'health-centre-area': m.areas_group_kind_health_centre_area,
    other: m.areas_group_kind_other,
  };
  return words[kind]();
}

/** What a municipality or ward can be. */
export const REGION_KINDS = [
  'city',
  'town',
  'village',
  'special-ward',
  'designated-city',
  'administrative-ward',
] as const satisfies RegionKind[];

export function regionKindWord(kind: (typeof REGION_KINDS)[number]): string {
  const words: Record<(typeof REGION_KINDS)[number], () => string> = {
    city: m.areas_merger_kind_city,
    town: m.areas_merger_kind_town,
    village: m.areas_merger_kind_village,
    'special-ward': m.areas_merger_kind_special_ward,
    'designated-city': m.areas_merger_kind_designated_city,
    'administrative-ward': m.areas_merger_kind_administrative_ward,
  };
  return words[kind]();
}

/** Kinds of hosts that are added by hand. */
export const HOST_KINDS = [
  'shakyo',
  'school',
  'company',
  'npo',
  'municipality',
  'prefecture',
] as const satisfies OrganisationKind[];

export function hostKindWord(kind: (typeof HOST_KINDS)[number]): string {
  const words: Record<(typeof HOST_KINDS)[number], () => string> = {
    shakyo: m.areas_host_kind_shakyo,
    school: m.areas_host_kind_school,
    company: m.areas_host_kind_company,
    npo: m.areas_host_kind_npo,
    municipality: m.areas_host_kind_municipality,
    prefecture: m.areas_host_kind_prefecture,
  };
  return words[kind]();
}
