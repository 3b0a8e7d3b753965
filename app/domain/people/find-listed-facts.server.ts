import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { completions, consents, importRows, people, personMerges } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised, Bound } from '~/lib/bound';
import { now } from '~/lib/clock';
import { consentsWithin } from './consents-within.server';
import type { PersonRow } from './person-columns.server';
import { visiblePeople } from './visible-people.server';

/** By a list that the office handed in, one by one at its desk, or by herself. */
export type CameBy = 'list' | 'desk' | 'herself';

export type ListedFacts = {
  cameBy: CameBy;
  /** When she last agreed to share her name with who is asking. */
  consentAt: Date | null;
  /** In the order in which they were done. */
  completions: { programmeCode: string; day: string }[];
  /** Her records within the bound: her own, and what was merged into it. */
  recordIds: string[];
};

export type FindListedFacts = { people: Authorised<PersonRow>[]; within: Bound<'person'> };

/** What a list says beside each name, over all of a person's records within the bound. */
export async function findListedFacts(
  db: Db,
  { people: listed, within }: FindListedFacts,
): Promise<Map<string, ListedFacts>> {
  const ownerOf = await findRecords(db, { people: listed, within });
  const ids = [...ownerOf.keys()];
  const among = sql`select ${people.id} from ${people} where ${inArray(people.id, ids)}`;
  const enrolled = await db
    .select({ id: people.id, rowNumber: importRows.rowNumber })
    .from(people)
    .leftJoin(importRows, and(eq(importRows.personId, people.id), eq(importRows.state, 'taken')))
    .where(sql`${people.id} in (${visiblePeople({ within, among, enrolledOnly: true })})`);
  const agreed = await db
    .select({ personId: consents.personId, givenAt: consents.givenAt })
    .from(consents)
    .where(and(inArray(consents.personId, ids), or(...consentsWithin({ within, at: now() }))));
  const done = await db
    .select({
      personId: completions.personId,
      programmeCode: completions.programmeCode,
      day: completions.day,
    })
    .from(completions)
    .where(inArray(completions.personId, ids))
    .orderBy(asc(completions.day), asc(completions.id));

  const facts = new Map<string, ListedFacts>(
    listed.map(({ id }) => [
      id,
      { cameBy: 'herself', consentAt: null, completions: [], recordIds: [] },
    ]),
  );
  const of = (recordId: string) => facts.get(ownerOf.get(recordId)!)!;
  for (const id of ids) of(id).recordIds.push(id);
  for (const { id, rowNumber } of enrolled) {
    const hers = facts.get(id);
    if (hers && hers.cameBy !== 'list') hers.cameBy = rowNumber === null ? 'desk' : 'list';
  }
  for (const { personId, givenAt } of agreed) {
    const { consentAt } = of(personId);
    if (!consentAt || consentAt < givenAt) of(personId).consentAt = givenAt;
  }
  for (const { personId, ...completion } of done) of(personId).completions.push(completion);
  return facts;
}

/** Each record within the bound with the listed person whose it is. */
async function findRecords(db: Db, { people: listed, within }: FindListedFacts) {
  const ownerOf = new Map(listed.map(({ id }) => [id, id]));
  let reached = [...ownerOf.keys()];
  while (reached.length > 0) {
    const merged = await db
      .select({ id: personMerges.mergedId, keptId: personMerges.keptId })
      .from(personMerges)
      .where(and(inArray(personMerges.keptId, reached), isNull(personMerges.undoneAt)));
    for (const { id, keptId } of merged) ownerOf.set(id, ownerOf.get(keptId)!);
    reached = merged.map(({ id }) => id);
  }
  const among = sql`select ${people.id} from ${people} where ${inArray(people.id, [...ownerOf.keys()])}`;
  const visible = await db
    .select({ id: people.id })
    .from(people)
    .where(sql`${people.id} in (${visiblePeople({ within, among })})`)
    .orderBy(asc(people.createdAt), asc(people.id));
  return new Map(visible.map(({ id }) => [id, ownerOf.get(id)!]));
}
