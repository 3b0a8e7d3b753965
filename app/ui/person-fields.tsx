import type { FieldMetadata } from '@conform-to/react';
import * as m from '~/paraglide/messages';
import { ChoiceGroup, Field, SelectField, type Option } from './form';
import { MunicipalitySearch, type FoundPlace } from './municipality-search';

export type PersonFieldName =
  | 'name'
  | 'kana'
  | 'municipalityQuery'
  | 'municipalityCode'
  | 'municipalityRelation'
  | 'audience'
  | 'ageBand'
  | 'sex'
  | 'email';

type Fields = Record<PersonFieldName, FieldMetadata<unknown>>;

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

type PlaceFieldsProps = {
  fields: Fields;
  found: FoundPlace[] | null;
  more: boolean;
  audiences: Option[];
  ageBands: Option[];
};

export function PlaceFields({ fields, found, more, audiences, ageBands }: PlaceFieldsProps) {
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
        options={audiences}
      />
      <SelectField
        meta={fields.ageBand}
        label={m.account_age()}
        empty={m.account_audience_choose()}
        options={ageBands}
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

export function EmailField({ fields, hint }: { fields: Fields; hint: string }) {
  return (
    <Field
      meta={fields.email}
      label={m.account_email()}
      hint={hint}
      optional
      type="email"
      autoComplete="email"
    />
  );
}
