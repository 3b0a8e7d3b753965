import type { Bound } from '~/lib/bound';
import { boundOf } from '../bound-of';
import type { Grant } from '../visitor';

/** Who records what was merged into what, and sees how many people that is about: the operator. */
export function mergerBound(grants: readonly Grant[]): Bound<'merger'> {
  return boundOf(grants, ({ role }) => (role === 'operator' ? 'everywhere' : 'nothing'));
}
