import { people } from '~/db/schema.server';

/** What an office sees of a person: no more than it needs to know her again. */
export const PERSON_COLUMNS = {
  id: people.id,
  number: people.number,
  name: people.name,
  kana: people.kana,
  municipalityCode: people.municipalityCode,
  birthYear: people.birthYear,
  enrolledAreaCode: people.enrolledAreaCode,
  enrolledOrganisationId: people.enrolledOrganisationId,
  createdAt: people.createdAt,
  registeredAt: people.registeredAt,
};

export type PersonRow = Pick<typeof people.$inferSelect, keyof typeof PERSON_COLUMNS>;
