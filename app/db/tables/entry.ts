import { sql } from 'drizzle-orm';
import type { AnyColumn, Kit } from '../kit.server';
import type { Role } from './people';

export type TokenPurpose = 'magic-link' | 'passkey' | 'oidc' | 'second-factor';

/** Ways in beside the password, the second factor of staff, and invitations. */
export function defineEntry(k: Kit, { people }: { people: { id: AnyColumn } }) {
  const passkeys = k.table(
    'passkeys',
    {
      /** Credential id, base64url. */
      id: k.text('id').primaryKey(),
      personId: k
        .text('person_id')
        .notNull()
        .references(() => people.id),
      /** COSE public key, base64url. */
      publicKey: k.text('public_key').notNull(),
      counter: k.int('counter').notNull(),
      transports: k.json<string[]>('transports').notNull(),
      label: k.text('label').notNull(),
      backedUp: k.bool('backed_up').notNull(),
      createdAt: k.time('created_at').notNull(),
      lastUsedAt: k.time('last_used_at'),
    },
    (t) => [k.index('passkeys_person').on(t.personId)],
  );

  /** TOTP. The secret is sealed with a key of the environment; `keyId` names which. */
  const authenticators = k.table('authenticators', {
    personId: k
      .text('person_id')
      .primaryKey()
      .references(() => people.id),
    sealedSecret: k.text('sealed_secret').notNull(),
    keyId: k.text('key_id').notNull(),
    createdAt: k.time('created_at').notNull(),
    /** Null until she has shown one right code. */
    confirmedAt: k.time('confirmed_at'),
    /** The last time step a code was taken for: no code is taken twice. */
    lastStep: k.int('last_step').notNull().default(0),
  });

  const recoveryCodes = k.table(
    'recovery_codes',
    {
      codeHash: k.text('code_hash').primaryKey(),
      personId: k
        .text('person_id')
        .notNull()
        .references(() => people.id),
      createdAt: k.time('created_at').notNull(),
      usedAt: k.time('used_at'),
    },
    (t) => [k.index('recovery_codes_person').on(t.personId)],
  );

  /** What is good for one use within minutes: a link in a mail, a challenge, a state. Only its SHA-256 is kept. */
  const oneTimeTokens = k.table(
    'one_time_tokens',
    {
      tokenHash: k.text('token_hash').primaryKey(),
      purpose: k.text('purpose').$type<TokenPurpose>().notNull(),
      personId: k.text('person_id').references(() => people.id),
      detail: k.json<Record<string, unknown>>('detail').notNull(),
      createdAt: k.time('created_at').notNull(),
      expiresAt: k.time('expires_at').notNull(),
      usedAt: k.time('used_at'),
    },
    (t) => [k.index('one_time_tokens_expiry').on(t.expiresAt)],
  );

  /** A city's own sign-in (OIDC): who somebody is there. */
  const identities = k.table(
    'identities',
    {
      issuer: k.text('issuer').notNull(),
      subject: k.text('subject').notNull(),
      personId: k
        .text('person_id')
        .notNull()
        .references(() => people.id),
      createdAt: k.time('created_at').notNull(),
      lastUsedAt: k.time('last_used_at'),
    },
    (t) => [
      k.primaryKey({ columns: [t.issuer, t.subject] }),
      k.index('identities_person').on(t.personId),
    ],
  );

  /** A role offered by a link, bounded in time and use. */
  const invitations = k.table(
    'invitations',
    {
      id: k.text('id').primaryKey(),
      tokenHash: k.text('token_hash').notNull().unique(),
      role: k.text('role').$type<Role>().notNull(),
      areaCode: k.text('area_code'),
      organisationId: k.text('organisation_id'),
      groupId: k.text('group_id'),
      /** For whom, in the words of who invited: "健康増進課 山田様". */
      note: k.text('note').notNull(),
      createdBy: k
        .text('created_by')
        .notNull()
        .references(() => people.id),
      createdAt: k.time('created_at').notNull(),
      expiresAt: k.time('expires_at').notNull(),
      /** Until when the role holds that it gives; null for no end. */
      grantUntilAt: k.time('grant_until_at'),
      maxUses: k.int('max_uses').notNull(),
      uses: k.int('uses').notNull().default(0),
      endedAt: k.time('ended_at'),
    },
    (t) => [k.index('invitations_creator').on(t.createdBy)],
  );

  /** Two records of one person. A record that was merged leads to the one that was kept until the merge is undone. */
  const personMerges = k.table(
    'person_merges',
    {
      id: k.text('id').primaryKey(),
      keptId: k
        .text('kept_id')
        .notNull()
        .references(() => people.id),
      mergedId: k
        .text('merged_id')
        .notNull()
        .references(() => people.id),
      areaCode: k.text('area_code'),
      mergedBy: k.text('merged_by').notNull(),
      mergedAt: k.time('merged_at').notNull(),
      undoneAt: k.time('undone_at'),
      undoneBy: k.text('undone_by'),
    },
    (t) => [
      k.index('person_merges_kept').on(t.keptId),
      /** A record is merged into one other at most. */
      k
        .uniqueIndex('person_merges_merged')
        .on(t.mergedId)
        .where(sql`undone_at is null`),
    ],
  );

  /** Two records that an officer has looked at and found to be of two people. The smaller id stands first. */
  const peopleApart = k.table(
    'people_apart',
    {
      firstId: k
        .text('first_id')
        .notNull()
        .references(() => people.id),
      secondId: k
        .text('second_id')
        .notNull()
        .references(() => people.id),
      decidedBy: k.text('decided_by').notNull(),
      decidedAt: k.time('decided_at').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.firstId, t.secondId] }),
      k.index('people_apart_second').on(t.secondId),
    ],
  );

  return {
    passkeys,
    authenticators,
    recoveryCodes,
    oneTimeTokens,
    identities,
    invitations,
    personMerges,
    peopleApart,
  };
}
