import type { AnyColumn, Kit } from '../kit.server';

export type MunicipalityRelation = 'resident' | 'worker' | 'student';
export type Sex = 'female' | 'male' | 'other' | 'unanswered';
/** Over which area, group or host a role holds is said by its grant. */
export type Role =
  | 'trainer'
  | 'clinical-reviewer'
  | 'editorial-reviewer'
  | 'host'
  | 'municipal-officer'
  | 'group-officer'
  | 'prefectural-officer'
  | 'national-viewer'
  | 'operator';
/** How somebody came in. */
export type WayIn =
  'guest' | 'password' | 'code' | 'magic-link' | 'passkey' | 'oidc' | 'invitation';

/**
 * One row per learner. A learner without an account has a row whose profile is empty
 * (`registeredAt` null) and whose only way in is a login session or a continue code.
 */
export function definePeople(k: Kit) {
  const people = k.table(
    'people',
    {
      id: k.text('id').primaryKey(),
      /** 受講番号: 12 digits, given when the account is made. */
      number: k.text('number').unique(),
      /** Exactly as typed, variation selectors included: this is what is printed. */
      name: k.text('name'),
      kana: k.text('kana'),
      /** Kana normalised for comparison only. */
      kanaKey: k.text('kana_key'),
      email: k.text('email'),
      /** E-mail folded for sign-in. Not unique: a family or an office may share one address. */
      emailKey: k.text('email_key'),
      municipalityCode: k.text('municipality_code'),
      municipalityRelation: k.text('municipality_relation').$type<MunicipalityRelation>(),
      audience: k.text('audience'),
      ageBand: k.text('age_band'),
      /** Only where an office enrolled her with it, to notice repeats. */
      birthYear: k.int('birth_year'),
      sex: k.text('sex').$type<Sex>(),
      demo: k.bool('demo').notNull().default(false),
      createdAt: k.time('created_at').notNull(),
      registeredAt: k.time('registered_at'),
      /** The office or the host that enrolled her; null when she made her account herself. */
      enrolledAreaCode: k.text('enrolled_area_code'),
      enrolledOrganisationId: k.text('enrolled_organisation_id'),
      /** The last day she was here, to the day: what retention counts from. */
      lastSeenAt: k.time('last_seen_at'),
      /** How she wants pages shown, as the cookie of her devices says it. */
      reading: k.text('reading'),
      erasedAt: k.time('erased_at'),
    },
    (t) => [
      k.index('people_email_key').on(t.emailKey),
      k.index('people_kana_key').on(t.kanaKey, t.municipalityCode),
      k.index('people_enrolled_area').on(t.enrolledAreaCode),
      k.index('people_enrolled_organisation').on(t.enrolledOrganisationId),
    ],
  );

  /** Apart from people, so that no query that reads a person can carry a hash along. */
  const passwords = k.table('passwords', {
    personId: k
      .text('person_id')
      .primaryKey()
      .references((): AnyColumn => people.id),
    hash: k.text('hash').notNull(),
    changedAt: k.time('changed_at').notNull(),
  });

  const loginSessions = k.table(
    'login_sessions',
    {
      /** SHA-256 of the secret in the cookie, in hex. */
      idHash: k.text('id_hash').primaryKey(),
      personId: k
        .text('person_id')
        .notNull()
        .references((): AnyColumn => people.id, { onDelete: 'cascade' }),
      expiresAt: k.time('expires_at').notNull(),
      createdAt: k.time('created_at').notNull(),
      /** Names the session in a person's list of devices; the hash stays out of pages. */
      publicId: k.text('public_id').unique(),
      way: k.text('way').$type<WayIn>(),
      lastSeenAt: k.time('last_seen_at'),
      /** However busy it is, it ends then. */
      endsAt: k.time('ends_at'),
      /** When the second factor was shown in this session. */
      secondFactorAt: k.time('second_factor_at'),
      /** Kind of browser and system in words, never an address. */
      device: k.text('device'),
      /** Other people use this device too. */
      shared: k.bool('shared').notNull().default(false),
    },
    (t) => [
      k.index('login_sessions_person').on(t.personId),
      k.index('login_sessions_expiry').on(t.expiresAt),
    ],
  );

  /** つづきの番号: lets a learner without an account go on with another device, also from paper. */
  const continueCodes = k.table(
    'continue_codes',
    {
      codeHash: k.text('code_hash').primaryKey(),
      personId: k
        .text('person_id')
        .notNull()
        .references((): AnyColumn => people.id),
      createdAt: k.time('created_at').notNull(),
      expiresAt: k.time('expires_at').notNull(),
      endedAt: k.time('ended_at'),
    },
    (t) => [k.index('continue_codes_person').on(t.personId)],
  );

  /** A role over an area (6-digit code, null = everywhere), a group of areas, or an organisation. */
  const roleGrants = k.table(
    'role_grants',
    {
      id: k.text('id').primaryKey(),
      personId: k
        .text('person_id')
        .notNull()
        .references((): AnyColumn => people.id),
      role: k.text('role').$type<Role>().notNull(),
      areaCode: k.text('area_code'),
      organisationId: k.text('organisation_id'),
      groupId: k.text('group_id'),
      grantedBy: k.text('granted_by'),
      fromAt: k.time('from_at').notNull(),
      untilAt: k.time('until_at'),
      /** Set when somebody ended it before its time. */
      endedBy: k.text('ended_by'),
      invitationId: k.text('invitation_id'),
    },
    (t) => [
      k.index('role_grants_person').on(t.personId),
      /** One invitation gives one person its role once. */
      k.uniqueIndex('role_grants_invitation').on(t.invitationId, t.personId),
    ],
  );

  return { people, passwords, loginSessions, continueCodes, roleGrants };
}
