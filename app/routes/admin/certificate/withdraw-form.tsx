import { useForm, type SubmissionResult } from '@conform-to/react';
import { withdrawalReasons } from '~/domain/certificates/withdrawal-reasons';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { reasonWord } from '~/ui/certificate-words';
import { ChoiceGroup, PostForm, TextArea } from '~/ui/form';

type Fields = { reason: string; note: string };

export function WithdrawForm({ lastResult }: { lastResult?: SubmissionResult<string[]> | null }) {
  const [form, fields] = useForm<Fields>({ id: 'withdraw', lastResult });
  return (
    <section className="stack" aria-labelledby="withdraw-title">
      <h2 id="withdraw-title">{m.admin_withdraw_title()}</h2>
      <p>{m.admin_withdraw_lead()}</p>
      <PostForm form={form} className="stack">
        <ChoiceGroup
          meta={fields.reason}
          legend={m.admin_withdraw_reason()}
          hint={m.admin_withdraw_reason_hint()}
          options={withdrawalReasons.map((value) => ({ value, label: reasonWord(value) }))}
        />
        <TextArea
          meta={fields.note}
          label={m.admin_withdraw_note()}
          hint={m.admin_withdraw_note_hint()}
        />
        <Button kind="second" name="step" value="check">
          {m.admin_withdraw_check()}
        </Button>
      </PostForm>
    </section>
  );
}
