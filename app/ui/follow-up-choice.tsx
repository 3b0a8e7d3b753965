import { coursePath } from '~/lib/course-path';
import type { FollowUpChoice } from '~/lib/follow-up-choice';
import * as m from '~/paraglide/messages';
import { Button } from './button';
import { Card } from './card';
import { useEdition } from './use-edition';

type Props = { slug: string; choice: FollowUpChoice };

/** Whether, and how, she wants to be asked once more in three months. Each choice is a button; none is chosen for her. */
export function ChooseFollowUp({ slug, choice }: Props) {
  const { state } = choice;
  return (
    <Card as="section" className="no-print">
      <h2>{m.questionnaire_choose_title()}</h2>
      {state === 'answered' ? (
        <p>{m.questionnaire_chosen_answered()}</p>
      ) : (
        <>
          {state === 'open' ? <p>{m.questionnaire_choose_lead()}</p> : null}
          <Standing choice={choice} />
          <Choices slug={slug} choice={choice} />
        </>
      )}
    </Card>
  );
}

function Standing({ choice: { state, day } }: Pick<Props, 'choice'>) {
  if (state === 'open' || state === 'answered') return null;
  const words = {
    mail: m.questionnaire_chosen_mail,
    code: m.questionnaire_chosen_code,
    stopped: m.questionnaire_chosen_stopped,
  };
  return (
    <p>
      <strong>{words[state]({ day })}</strong>
    </p>
  );
}

function Choices({ slug, choice: { state, mayMail } }: Props) {
  const edition = useEdition();
  const offersMail = mayMail && state !== 'mail';
  return (
    <form method="post" action={coursePath(edition, slug, 'follow-up')} className="stack-s">
      <ul className="dots small">
        {offersMail ? <li>{m.questionnaire_choose_mail_note()}</li> : null}
        <li>
          {state === 'code'
            ? m.questionnaire_chosen_new_code_note()
            : m.questionnaire_choose_code_note()}
        </li>
      </ul>
      <p className="row">
        {offersMail ? (
          <Button kind="second" name="way" value="mail">
            {m.questionnaire_choose_mail()}
          </Button>
        ) : null}
        <Button kind="second" name="way" value="code">
          {state === 'code' ? m.questionnaire_chosen_new_code() : m.questionnaire_choose_code()}
        </Button>
        {state === 'open' || state === 'mail' ? (
          <Button kind="quiet" name="way" value="none">
            {state === 'mail' ? m.questionnaire_chosen_stop() : m.questionnaire_choose_none()}
          </Button>
        ) : null}
      </p>
    </form>
  );
}
