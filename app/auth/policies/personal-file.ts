import type { Role } from '~/db/tables/people';
import type { Bound } from '~/lib/bound';
import { boundOf } from '../bound-of';
import type { Grant } from '../visitor';
import { personBound } from './person';

/** Who prints the facts of the register: the operator of the whole file, officers with the number of people they hold names of. */
export const PERSONAL_FILE_ROLES: Role[] = ['municipal-officer', 'prefectural-officer', 'operator'];

/** Whose people are counted in the whole file: a number, and no names. */
export function personalFileBound(grants: readonly Grant[]): Bound<'personal-file'> {
  return boundOf(grants, ({ role }) => (role === 'operator' ? 'everywhere' : 'nothing'));
}

/** Whose names an officer holds, which is the file of her own office. */
export function officeFileBound(grants: readonly Grant[]): Bound<'person'> {
  return personBound(grants.filter(({ role }) => role !== 'host'));
}
