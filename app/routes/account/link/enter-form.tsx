import { useForm } from '@conform-to/react';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { ChoiceGroup, PostForm } from '~/ui/form';

type Props = {
  people: { id: string; name: string; last: string }[];
  until: string;
  hasLearned: boolean;
  visit: string;
  missing: boolean;
};

export function EnterForm({ people, until, hasLearned, visit, missing }: Props) {
  const [form, fields] = useForm<{ person: string }>({
    id: 'enter',
    lastResult: missing
      ? { status: 'error', error: { person: [m.letters_choose_missing()] } }
      : undefined,
  });
  const [first] = people;
  const who = (one: { name: string; last: string }) =>
    m.letters_enter_who({ name: one.name, last: one.last });
  return (
    <PostForm form={form} className="stack" data-enhance="send-once">
      <input type="hidden" name="visit" value={visit} />
      {people.length > 1 ? (
        <ChoiceGroup
          meta={fields.person}
          legend={m.letters_choose_legend()}
          hint={m.letters_choose_hint({ count: String(people.length) })}
          options={people.map((one) => ({ value: one.id, label: who(one) }))}
        />
      ) : (
        <dl className="facts">
          <dt>{m.letters_enter_as()}</dt>
          <dd className="break-words">{first ? who(first) : null}</dd>
        </dl>
      )}
      {hasLearned ? (
        <label className="choice">
          <input type="checkbox" name="bring" defaultChecked />
          <span>
            {m.account_bring_learning()}
            <span className="small block">{m.account_bring_learning_hint()}</span>
          </span>
        </label>
      ) : null}
      <label className="choice">
        <input type="checkbox" name="shared" />
        <span>
          {m.entry_shared()}
          <span className="small block">{m.entry_shared_hint()}</span>
        </span>
      </label>
      <Button>{m.letters_enter_button()}</Button>
      <p className="small">{m.letters_enter_until({ time: until })}</p>
    </PostForm>
  );
}
