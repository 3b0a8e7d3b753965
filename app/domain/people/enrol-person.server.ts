import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { MunicipalityRelation } from '~/db/tables/people';
import { isUniqueViolation } from '~/db/unique-violation.server';
import { newId } from '~/lib/id.server';
import { foldText } from '~/lib/japanese';
import { foldEmail } from './fold-email';
import { newNumber } from './new-number.server';

export type EnrolPerson = {
  name: string;
  kana: string;
  birthYear: number | null;
  municipalityCode: string;
  municipalityRelation: MunicipalityRelation;
  audience: string;
  ageBand: string;
  email: string | null;
  /** The office that enrols her. */
  areaCode: string;
  at: Date;
};

const NUMBER_TRIES = 5;

/** A person as her office knows her, with a number and no way in yet: that is made when her slip is. */
export async function enrolPerson(
  db: Db,
  input: EnrolPerson,
): Promise<{ personId: string; number: string }> {
  const { areaCode, at, ...profile } = input;
  const personId = newId(at);
  for (let tries = 1; ; tries += 1) {
    const number = newNumber();
    try {
      await db.insert(people).values({
        id: personId,
        number,
        ...profile,
        kanaKey: foldText(profile.kana),
        emailKey: profile.email ? foldEmail(profile.email) : null,
        enrolledAreaCode: areaCode,
        createdAt: at,
        registeredAt: at,
      });
      return { personId, number };
    } catch (error) {
      if (!isUniqueViolation(error) || tries === NUMBER_TRIES) throw error;
    }
  }
}
