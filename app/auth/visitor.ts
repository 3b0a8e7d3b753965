import type { Role } from '~/db/tables/people';

/** A role in force, over an area (null = everywhere), a group of areas or an organisation. */
export type Grant = {
  role: Role;
  areaCode: string | null;
  organisationId: string | null;
  groupId?: string | null;
};

/** Who is asking. */
export type Visitor = {
  personId: string;
  /** False for a learner without an account. */
  registered: boolean;
  name: string | null;
  number: string | null;
  grants: Grant[];
  sessionHash: string;
};
