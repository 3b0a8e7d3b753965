import type { Role, WayIn } from '~/db/tables/people';

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
  /** Empty until this login has shown a second factor. */
  grants: Grant[];
  /** Holds a role, and has shown no second factor in this login. */
  awaitsSecondFactor: boolean;
  secondFactorAt: Date | null;
  way: WayIn | null;
  /** Other people use this device too. */
  shared: boolean;
  /** Names this login in a page. */
  sessionPublicId: string;
  sessionHash: string;
};
