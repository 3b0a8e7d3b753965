import type { completions, consents, people } from '~/db/schema.server';
import { DEMO_SEED } from './demo-plan';
import { demoNumber } from './demo-records';
import { makeRandom } from './random';

type Row<T extends { $inferInsert: unknown }> = T['$inferInsert'];
type Person = Row<typeof people>;
type Completion = Row<typeof completions>;

const SAKAI = '271403';
/** 堺市 and its wards. */
const SAKAI_CODES = /^2714/;
const AGREED = 40;
const ENROLLED = 20;
const REPEATED = 4;
const BIRTH_YEAR = 1978;
const CONSENT =
  '修了したことと氏名を、堺市に伝えることに同意します。同意は、いつでも取り消せます。';

/**
 * People of one city whose names its officer sees: some agreed, some were enrolled by the city. A few
 * of them are on record a second time, with something else completed, for merging to be tried.
 */
export function makeListedPeople(persons: Person[], rows: Completion[], firstNumber: number) {
  const random = makeRandom(DEMO_SEED + 2);
  const completionOf = new Map(rows.map((row) => [row.personId, row]));
  const ofSakai = persons.filter(
    ({ id, name, municipalityCode }) =>
      name && SAKAI_CODES.test(municipalityCode ?? '') && completionOf.has(id),
  );
  const agreed = ofSakai.slice(0, AGREED);
  const enrolled = new Set(ofSakai.slice(AGREED, AGREED + ENROLLED).map(({ id }) => id));
  const given: Row<typeof consents>[] = agreed.map(({ id, registeredAt, createdAt }) => ({
    id: random.id(registeredAt ?? createdAt),
    personId: id,
    kind: 'share-name',
    areaCode: SAKAI,
    text: CONSENT,
    givenAt: registeredAt ?? createdAt,
    givenBy: 'self',
  }));
  const again = agreed.slice(0, REPEATED).map((person, i) => {
    const known = completionOf.get(person.id)!;
    const id = random.id(known.completedAt);
    const other =
      known.programmeCode === 'kokoro-supporter' ? 'gatekeeper-standard' : 'kokoro-supporter';
    const again: Person = {
      ...person,
      id,
      number: demoNumber(firstNumber + i),
      birthYear: BIRTH_YEAR,
      enrolledAreaCode: SAKAI,
      email: null,
      emailKey: null,
    };
    const completion: Completion = {
      ...known,
      id: random.id(known.completedAt),
      personId: id,
      programmeCode: other,
      courseId: null,
      versionId: null,
    };
    return { person: again, completion };
  });
  return {
    persons: persons.map((person) =>
      enrolled.has(person.id) ? { ...person, enrolledAreaCode: SAKAI } : person,
    ),
    again: again.map(({ person }) => person),
    completions: again.map(({ completion }) => completion),
    consents: given,
  };
}
