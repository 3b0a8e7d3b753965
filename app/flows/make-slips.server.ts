import { hashPassword, newPassphrase } from '~/auth/password.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import type { Batch } from '~/domain/imports/find-batch.server';
import { findTakenPeople } from '~/domain/imports/find-taken-people.server';
import { findSlipPeople, type SlipPerson } from '~/domain/people/find-slip-people.server';
import { givePassphrases } from '~/domain/people/give-passphrases.server';
import type { Db, Store } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import { now } from '~/lib/clock';

// A passphrase is made when its slip is, and stands nowhere but on the slip: the database has its hash.

export type Slip = { name: string; number: string; passphrase: string };
export type SlipStates = { left: SlipPerson[]; made: SlipPerson[]; remakable: SlipPerson[] };

const HASHED_AT_ONCE = 20;

/** Whose slips are still to be made, and whose may be made anew because she has not come yet. */
export async function findSlipStates(
  db: Db,
  batch: Authorised<Batch>,
  madeUntil: Date | null = null,
): Promise<SlipStates> {
  const taken = await findTakenPeople(db, batch);
  const found = await findSlipPeople(db, { ids: taken.map(({ personId }) => personId) });
  const made = found.filter(({ madeAt }) => madeAt !== null);
  return {
    left: found.filter(({ madeAt, hasCome }) => madeAt === null && !hasCome),
    made,
    remakable: made.filter(
      ({ madeAt, hasCome }) => !hasCome && (madeUntil === null || madeAt! <= madeUntil),
    ),
  };
}

export type MakeSlips = {
  batch: Authorised<Batch>;
  people: readonly SlipPerson[];
  /** Replaces passphrases made until then. */
  replaceUntil: Date | null;
  actorId: string;
};

/** Makes slips one after another, a few at a time; whose slip another request makes meanwhile is left out. */
export async function* makeSlips(store: Store, input: MakeSlips): AsyncGenerator<Slip> {
  const { batch, people, replaceUntil, actorId } = input;
  for (let from = 0; from < people.length; from += HASHED_AT_ONCE) {
    const some = people.slice(from, from + HASHED_AT_ONCE);
    const passphrases = some.map(() => newPassphrase());
    const hashes = await Promise.all(passphrases.map(hashPassword));
    const at = now();
    const given = some.map(({ personId }, i) => ({ personId, hash: hashes[i]! }));
    const kept = await store.tx(async (db) => {
      const ids = await givePassphrases(db, { given, replaceUntil, at });
      await recordAudit(db, {
        at,
        actorId,
        action: 'import.slips',
        subjectKind: 'import',
        subjectId: batch.id,
        areaCode: batch.areaCode,
        detail: { slips: ids.size },
      });
      return ids;
    });
    for (const [i, { personId, name, number }] of some.entries()) {
      if (kept.has(personId)) yield { name, number, passphrase: passphrases[i]! };
    }
  }
}
