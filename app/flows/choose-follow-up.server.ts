import type { AppLoadContext } from '@remix-run/node';
import { FOLLOW_UP_CODE_LENGTH, followUpCodeHash } from '~/auth/follow-up-code.server';
import type { Programme } from '~/content/library';
import { isUniqueViolation } from '~/db/unique-violation.server';
import { dropUnsentMails } from '~/domain/mail/drop-unsent-mails.server';
import type { Enrolment } from '~/domain/learning/find-enrolment.server';
import { findMailAddress } from '~/domain/people/find-mail-address.server';
import { findFollowUp } from '~/domain/questionnaires/find-follow-up.server';
import { keepFollowUp } from '~/domain/questionnaires/keep-follow-up.server';
import { stopFollowUps } from '~/domain/questionnaires/stop-follow-ups.server';
import { jstDates, sameDayAfter } from '~/lib/clock';
import type { Edition } from '~/lib/edition';
import { newCode } from '~/lib/id.server';
import { FOLLOW_UP_MAIL } from './send-follow-ups.server';

export type ChooseFollowUp = {
  enrolment: Enrolment & { finishedAt: Date };
  programme: Pick<Programme, 'code'> & { followUp: NonNullable<Programme['followUp']> };
  way: 'mail' | 'code' | 'none';
  edition: Edition | null;
  at: Date;
};

export type ChosenFollowUp =
  { ok: true; code: string | null } | { ok: false; reason: 'stopped' | 'answered' | 'no-address' };

const DRAWS = 5;

/** The day she is asked again: so many months after she finished, or after today where that is over. */
export function dueDayOf(finishedAt: Date, afterMonths: number, at: Date): string {
  const { day: today } = jstDates(at);
  const due = sameDayAfter(jstDates(finishedAt).day, afterMonths);
  return due > today ? due : sameDayAfter(today, afterMonths);
}

/** Writes down how she wants to be asked again. A code is made here and shown once; none stops what was chosen. */
export async function chooseFollowUp(
  context: Pick<AppLoadContext, 'store' | 'secret' | 'mail'>,
  { enrolment, programme, way, edition, at }: ChooseFollowUp,
): Promise<ChosenFollowUp> {
  const { personId, id: enrolmentId, cycle } = enrolment;
  const { afterMonths, reminders } = programme.followUp;
  for (let draw = 1; ; draw += 1) {
    const code = way === 'code' ? newCode(FOLLOW_UP_CODE_LENGTH) : null;
    try {
      return await context.store.tx(async (db): Promise<ChosenFollowUp> => {
        const known = await findFollowUp(db, { enrolmentId, cycle });
        if (known?.answeredAt) return { ok: false, reason: 'answered' };
        if (way === 'none') {
          if (known) {
            await stopFollowUps(db, { ids: [known.id], at });
            await dropUnsentMails(db, { kind: FOLLOW_UP_MAIL, personIds: [known.personId] });
          }
          return { ok: true, code: null };
        }
        if (way === 'mail' && known?.stoppedAt) return { ok: false, reason: 'stopped' };
        if (way === 'mail') {
          const address = context.mail === 'none' ? null : await findMailAddress(db, { personId });
          if (!address) return { ok: false, reason: 'no-address' };
        }
        await keepFollowUp(db, {
          ...{ personId, enrolmentId, cycle, way, edition, reminders, at },
          programmeCode: programme.code,
          dueDay: dueDayOf(enrolment.finishedAt, afterMonths, at),
          codeHash: code && followUpCodeHash(context, code),
        });
        return { ok: true, code };
      });
    } catch (error) {
      if (!isUniqueViolation(error) || draw === DRAWS) throw error;
    }
  }
}
