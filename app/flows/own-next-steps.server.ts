import type { Family, NextSteps } from '~/content/next-steps';
import type { Db } from '~/db/store.server';
import { findNextSteps } from '~/domain/learning/find-next-steps.server';
import { formatDay, jstDates } from '~/lib/clock';
import type { Edition } from '~/lib/edition';

type OwnStep = {
  family: Family;
  choices: { id: string; text: string }[];
  /** Null while nothing is chosen, or when what was chosen is no longer on the list. */
  chosen: { id: string; text: string } | null;
  /** The day on which she tried it, in words. */
  doneOn: string | null;
};

type OwnNextSteps = {
  personId: string;
  nextSteps: NextSteps;
  families: readonly Family[];
  edition: Edition | null;
};

/** What somebody may choose from for these families, and what she chose. */
export async function ownNextSteps(
  db: Db,
  { personId, nextSteps, families, edition }: OwnNextSteps,
): Promise<OwnStep[]> {
  const chosen = await findNextSteps(db, { personId });
  return families.map((family) => {
    const choices = nextSteps[family].map(({ id, text, easy, en }) => ({
      id,
      text: edition === 'en' ? en : edition === 'easy' ? easy : text,
    }));
    const own = chosen.find((one) => one.family === family);
    const known = choices.find(({ id }) => id === own?.step) ?? null;
    const doneOn = known && own?.doneAt ? formatDay(jstDates(own.doneAt).day, edition) : null;
    return { family, choices, chosen: known, doneOn };
  });
}

/** Every family for which she has chosen something. */
export async function chosenNextSteps(
  db: Db,
  { personId, nextSteps, edition }: Omit<OwnNextSteps, 'families'>,
): Promise<OwnStep[]> {
  const families = (await findNextSteps(db, { personId })).map(({ family }) => family);
  const steps = await ownNextSteps(db, { personId, nextSteps, families, edition });
  return steps.filter(({ chosen }) => chosen !== null);
}
