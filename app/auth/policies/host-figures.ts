import type { Bound } from '~/lib/bound';
import { boundOf } from '../bound-of';
import type { Grant } from '../visitor';

/** Whose own figures and name shares somebody has: a host's contact those of that host, nobody else any. */
export function hostBound(grants: readonly Grant[]): Bound<'host'> {
  return boundOf(grants, ({ role, organisationId }) =>
    role === 'host' && organisationId ? 'its-own' : 'nothing',
  );
}
