import type { FieldMetadata } from '@conform-to/react';
import * as m from '~/paraglide/messages';
import { ChoiceGroup, Field } from '~/ui/form';
import { EmailField, type PersonFieldName } from '~/ui/person-fields';
import { ShowPassword } from '~/ui/show-password';

export type JoinFieldName = PersonFieldName | 'password' | 'shareName' | 'guardian';

type Fields = Record<JoinFieldName, FieldMetadata<unknown>>;

export function SignInFields({ fields }: { fields: Fields }) {
  return (
    <section className="stack">
      <h2>{m.account_join_part_sign_in()}</h2>
      <EmailField fields={fields} hint={m.account_email_hint()} />
      <Field
        meta={fields.password}
        label={m.account_new_password()}
        hint={m.account_new_password_hint()}
        optional
        type="password"
        autoComplete="new-password"
      />
      <ShowPassword fieldId={fields.password.id} />
    </section>
  );
}

type ConsentFieldsProps = {
  fields: Fields;
  /** The host that asks for a guardian's word before she signs up. */
  guardianHost: string | null;
};

/** Each is a yes of its own: none is chosen for her, and the certificate hangs on none. */
export function ConsentFields({ fields, guardianHost }: ConsentFieldsProps) {
  return (
    <>
      {guardianHost ? (
        <ChoiceGroup
          meta={fields.guardian}
          legend={m.trust_guardian_legend()}
          hint={m.trust_guardian_hint({ host: guardianHost })}
          options={[
            { value: 'agreed', label: m.trust_guardian_agreed() },
            { value: 'of-age', label: m.trust_guardian_of_age() },
          ]}
        />
      ) : null}
      <ChoiceGroup
        meta={fields.shareName}
        legend={m.trust_share_legend()}
        hint={m.trust_share_hint()}
        type="checkbox"
        optional
        options={[{ value: 'yes', label: m.trust_share_choice() }]}
      />
    </>
  );
}
