import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { reasonWord } from '~/ui/certificate-words';
import { Notice } from '~/ui/notice';

type Props = { words: { holderName: string; number: string }; reason: string; note: string };

export function ConfirmWithdrawal({ words, reason, note }: Props) {
  const { holderName: holder, number } = words;
  return (
    <Notice kind="warm" title={m.admin_confirm_title()} role="alert">
      <p>{m.admin_confirm_lead({ holder, number })}</p>
      <dl className="facts">
        <dt>{m.admin_withdraw_reason()}</dt>
        <dd>{reasonWord(reason)}</dd>
        <dt>{m.admin_withdraw_note()}</dt>
        <dd className="whitespace-pre-wrap">{note}</dd>
      </dl>
      <form method="post" className="row">
        <input type="hidden" name="reason" value={reason} />
        <input type="hidden" name="note" value={note} />
        <Button name="step" value="withdraw">
          {m.admin_confirm_yes()}
        </Button>
        <Button kind="second" name="step" value="edit">
          {m.admin_confirm_back()}
        </Button>
        <ButtonLink to="?" kind="quiet">
          {m.admin_confirm_cancel()}
        </ButtonLink>
      </form>
    </Notice>
  );
}
