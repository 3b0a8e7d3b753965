import type { Programme } from '~/content/library';
import type { Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { findCourse } from '~/domain/courses/find-course.server';
import type { Organisation } from '~/domain/organisations/ensure-operator.server';
import { keepHostProgramme } from '~/domain/organisations/keep-host-programme.server';
import type { Authorised } from '~/lib/bound';

export type DecideProgramme = {
  host: Authorised<Organisation>;
  programme: Programme;
  localTitle: string | null;
  attestTitle: string | null;
  /** Slug; null leaves it to the learner. */
  elective: string | null;
  validMonths: number | null;
  actorId: string;
  at: Date;
};

export type DecidedProgramme = { ok: true } | { ok: false; field: 'attest' | 'elective' | 'term' };

/** What a host calls a programme, which elective it chose, and how long its certificate holds; with its line in the log. */
export async function decideProgramme(
  store: Store,
  input: DecideProgramme,
): Promise<DecidedProgramme> {
  const { host, programme, localTitle, attestTitle, elective, validMonths, actorId, at } = input;
  const { attests, renewal } = programme;
  const titles = attests ? [attests.title, ...attests.otherTitles] : [];
  if (attestTitle !== null && !titles.includes(attestTitle)) return { ok: false, field: 'attest' };
  if (validMonths !== null && !renewal) return { ok: false, field: 'term' };
  const offered = electivesOf(programme);
  const course = elective ? await findCourse(store.read, { slug: elective }) : null;
  if (elective !== null && (!course || !offered.includes(elective)))
    return { ok: false, field: 'elective' };

  await store.tx(async (db) => {
    await keepHostProgramme(db, {
      host,
      programmeCode: programme.code,
      localTitle: localTitle === programme.title ? null : localTitle,
      attestTitle: attestTitle === attests?.title ? null : attestTitle,
      electiveCourseId: course?.id ?? null,
      validMonths,
      at,
    });
    await recordAudit(db, {
      at,
      actorId,
      action: 'organisation.programme',
      subjectKind: 'organisation',
      subjectId: host.id,
      areaCode: host.areaCode,
      detail: { programme: programme.code, elective, validMonths },
    });
  });
  return { ok: true };
}

function electivesOf({ parts }: Programme): string[] {
  return parts.flatMap(({ take, courses }) => (take === 'one' ? courses : []));
}
