import type { FieldMetadata } from '@conform-to/react';
import { AGE_BANDS } from '~/domain/people/age-bands';
import { AUDIENCE_CLASSES } from '~/domain/people/audience-classes';
import * as m from '~/paraglide/messages';
import { ChoiceGroup, Field, SelectField } from '~/ui/form';
import { MunicipalitySearch, type FoundPlace } from '~/ui/municipality-search';
import { audienceLabel } from '~/flows/audience-label';
import { ageBandLabel } from '~/ui/age-band-label';
import { ShowPassword } from '~/ui/show-password';

export type JoinFieldName =
  | 'name'
  | 'kana'
  | 'municipalityQuery'
  | 'municipalityCode'
  | 'municipalityRelation'
  | 'audience'
  | 'ageBand'
  | 'sex'
  | 'email'
  | 'password';

type Fields = Record<JoinFieldName, FieldMetadata<unknown>>;

export function NameFields({ fields }: { fields: Fields }) {
  return (
    <section className="stack">
      <h2>{m.account_join_part_name()}</h2>
      <Field
        meta={fields.name}
        label={m.account_name()}
        hint={m.account_name_hint()}
        autoComplete="name"
      />
      <Field meta={fields.kana} label={m.account_kana()} hint={m.account_kana_hint()} />
    </section>
  );
}

type PlaceFieldsProps = { fields: Fields; found: FoundPlace[] | null; more: boolean };

export function PlaceFields({ fields, found, more }: PlaceFieldsProps) {
  return (
    <section className="stack">
      <h2>{m.account_join_part_place()}</h2>
      <MunicipalitySearch
        meta={fields.municipalityCode}
        queryMeta={fields.municipalityQuery}
        found={found}
        more={more}
      />
      <ChoiceGroup
        meta={fields.municipalityRelation}
        legend={m.account_relation()}
        inline
        options={[
          { value: 'resident', label: m.account_relation_resident() },
          { value: 'worker', label: m.account_relation_worker() },
          { value: 'student', label: m.account_relation_student() },
        ]}
      />
      <SelectField
        meta={fields.audience}
        label={m.account_audience()}
        hint={m.account_audience_hint()}
        empty={m.account_audience_choose()}
        options={AUDIENCE_CLASSES.map((code) => ({ value: code, label: audienceLabel(code) }))}
      />
      <SelectField
        meta={fields.ageBand}
        label={m.account_age()}
        empty={m.account_audience_choose()}
        options={AGE_BANDS.map((code) => ({ value: code, label: ageBandLabel(code) }))}
      />
      <ChoiceGroup
        meta={fields.sex}
        legend={m.account_sex()}
        optional
        inline
        options={[
          { value: 'female', label: m.account_sex_female() },
          { value: 'male', label: m.account_sex_male() },
          { value: 'other', label: m.account_sex_other() },
          { value: 'unanswered', label: m.account_sex_unanswered() },
        ]}
      />
    </section>
  );
}

export function SignInFields({ fields }: { fields: Fields }) {
  return (
    <section className="stack">
      <h2>{m.account_join_part_sign_in()}</h2>
      <Field
        meta={fields.email}
        label={m.account_email()}
        hint={m.account_email_hint()}
        optional
        type="email"
        autoComplete="email"
      />
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
