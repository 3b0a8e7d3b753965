import type { Bound } from '~/lib/bound';
import { boundOf } from '../bound-of';
import type { Grant } from '../visitor';

/** Who looks after groups of areas and their members: the operator. Reading a group's report is `report.ts`. */
export function groupBound(grants: readonly Grant[]): Bound<'region-group'> {
  return boundOf(grants, ({ role }) => (role === 'operator' ? 'everywhere' : 'nothing'));
}
