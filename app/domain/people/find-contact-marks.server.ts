import { and, inArray, isNull, notInArray } from 'drizzle-orm';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type ContactMarks = {
  numbers: string[];
  /** Names and readings as they were typed. */
  names: string[];
  /** Folded addresses that nobody else uses: a family or an office may share one. */
  emailKeys: string[];
};

/** What these records are reached and known by. */
export async function findContactMarks(
  db: Db,
  { personIds }: { personIds: readonly string[] },
): Promise<ContactMarks> {
  const hers = [...personIds];
  const rows = await db
    .select({
      number: people.number,
      name: people.name,
      kana: people.kana,
      emailKey: people.emailKey,
    })
    .from(people)
    .where(inArray(people.id, hers));
  const keys = rows.flatMap(({ emailKey }) => emailKey ?? []);
  const shared = await db
    .select({ emailKey: people.emailKey })
    .from(people)
    .where(
      and(inArray(people.emailKey, keys), notInArray(people.id, hers), isNull(people.erasedAt)),
    );
  const others = new Set(shared.map(({ emailKey }) => emailKey));
  return {
    numbers: rows.flatMap(({ number }) => number ?? []),
    names: rows.flatMap(({ name, kana }) => [name, kana].filter((text) => text !== null)),
    emailKeys: keys.filter((key) => !others.has(key)),
  };
}
