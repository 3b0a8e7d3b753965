import { eq } from 'drizzle-orm';
import type { MunicipalityRelation, Sex } from '~/db/tables/people';
import { loginSessions, passwords, people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { isUniqueViolation } from '~/db/unique-violation.server';
import { foldText } from '~/lib/japanese';
import type { AgeBand } from './age-bands';
import type { AudienceClass } from './audience-classes';
import { foldEmail } from './fold-email';
import { newNumber } from './new-number.server';

export type Profile = {
  /** Exactly as typed: this is what is printed. */
  name: string;
  /** Full-width katakana. */
  kana: string;
  email: string | null;
  municipalityCode: string;
  municipalityRelation: MunicipalityRelation;
  audience: AudienceClass;
  ageBand: AgeBand;
  sex: Sex | null;
};

export type RegisterPerson = Profile & {
  /** The learner's row, or the id that her sign-up form was given. */
  personId: string;
  passwordHash: string;
  at: Date;
};

export type Registered = { ok: true; number: string } | { ok: false; reason: 'registered-before' };

/** A form sent twice comes again within this time. */
const SENT_TWICE_MS = 10 * 60 * 1000;
const NUMBER_TRIES = 5;

/**
 * Makes the account: a learner's own row becomes it, or a new row is made. The same form sent twice
 * gives one account and one number; the password sent last is the one that holds. Whoever was signed
 * in as the learner signs in anew.
 */
export async function registerPerson(db: Db, input: RegisterPerson): Promise<Registered> {
  const { personId, passwordHash, at, ...profile } = input;
  const before = await findRow(db, personId);
  if (before?.erasedAt) return { ok: false, reason: 'registered-before' };
  if (before?.registeredAt) {
    const isSentTwice =
      before.name === profile.name &&
      before.kana === profile.kana &&
      before.email === profile.email &&
      at.getTime() - before.registeredAt.getTime() < SENT_TWICE_MS;
    if (!isSentTwice) return { ok: false, reason: 'registered-before' };
    await keepPassword(db, { personId, passwordHash, at });
    return { ok: true, number: before.number! };
  }
  if (before) await db.delete(loginSessions).where(eq(loginSessions.personId, personId));
  else await db.insert(people).values({ id: personId, createdAt: at });
  const number = await giveNumber(db, personId);
  await db
    .update(people)
    .set({
      ...profile,
      kanaKey: foldText(profile.kana),
      emailKey: profile.email ? foldEmail(profile.email) : null,
      registeredAt: at,
    })
    .where(eq(people.id, personId));
  await keepPassword(db, { personId, passwordHash, at });
  return { ok: true, number };
}

async function findRow(db: Db, id: string) {
  const [row] = await db.select().from(people).where(eq(people.id, id));
  return row;
}

async function keepPassword(
  db: Db,
  { personId, passwordHash, at }: Pick<RegisterPerson, 'personId' | 'passwordHash' | 'at'>,
): Promise<void> {
  const kept = { hash: passwordHash, changedAt: at };
  await db
    .insert(passwords)
    .values({ personId, ...kept })
    .onConflictDoUpdate({ target: passwords.personId, set: kept });
}

/** Random numbers may meet; the constraint says so, and another is drawn. */
async function giveNumber(db: Db, personId: string): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const number = newNumber();
    try {
      await db.update(people).set({ number }).where(eq(people.id, personId));
      return number;
    } catch (error) {
      if (!isUniqueViolation(error) || tries === NUMBER_TRIES) throw error;
    }
  }
}
