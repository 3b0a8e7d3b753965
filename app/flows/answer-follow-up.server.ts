import type { AppLoadContext } from '@remix-run/node';
import type { Questionnaire } from '~/content/questionnaire';
import { dropUnsentMails } from '~/domain/mail/drop-unsent-mails.server';
import { findFollowUp } from '~/domain/questionnaires/find-follow-up.server';
import { markAnswered } from '~/domain/questionnaires/mark-answered.server';
import { readAnswers } from '~/domain/questionnaires/read-answers';
import { askedQuestions, possibleAnswers } from './asked-questions';
import { keepQuestionnaire } from './keep-questionnaire.server';
import { FOLLOW_UP_MAIL } from './send-follow-ups.server';

export type AnswerFollowUp = {
  id: string;
  questionnaire: Pick<Questionnaire, 'items' | 'version'>;
  form: FormData;
  at: Date;
};

/** Keeps what she says months later, and asks her no more. Where nothing was said, nothing changes. */
export async function answerFollowUp(
  context: Pick<AppLoadContext, 'store' | 'secret' | 'olderSecrets'>,
  { id, questionnaire, form, at }: AnswerFollowUp,
): Promise<{ answered: boolean }> {
  const answers = readAnswers(form, possibleAnswers(askedQuestions(questionnaire, 'later')));
  if (Object.keys(answers).length === 0) return { answered: false };
  return context.store.tx(async (db) => {
    const asked = await findFollowUp(db, { id });
    if (!asked) return { answered: false };
    const { enrolmentId, personId, cycle, programmeCode } = asked;
    await keepQuestionnaire(db, context, {
      enrolment: { id: enrolmentId, personId, cycle },
      ...{ phase: 'later', programmeCode, version: questionnaire.version, answers, at },
    });
    await markAnswered(db, { id, at });
    await dropUnsentMails(db, { kind: FOLLOW_UP_MAIL, personIds: [personId] });
    return { answered: true };
  });
}
