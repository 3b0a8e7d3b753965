import * as m from '~/paraglide/messages';
import { placeLabel } from '~/lib/place-label';

type Over = {
  areaName: string | null;
  cityName: string | null;
  prefectureName: string | null;
  organisationName: string | null;
  groupName: string | null;
};

/** What a role is over, in words: a host, a group, an area with what it lies in, or the whole country. */
export function rolePlace(over: Over): string {
  const { areaName: name, cityName, prefectureName } = over;
  if (over.organisationName) return over.organisationName;
  if (over.groupName) return over.groupName;
  if (!name) return m.staff_nation();
  if (!prefectureName || prefectureName === name) return name;
  return placeLabel({ prefectureName, cityName, name });
}
