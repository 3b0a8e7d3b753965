import type { FieldMetadata } from '@conform-to/react';
import { WAYS, WORRIES } from '~/lib/help-kinds';
import * as m from '~/paraglide/messages';
import { wayWord, worryWord } from '~/ui/directory-words';
import { ChoiceGroup, Field } from '~/ui/form';
import type { EntryFields } from './entry-form.server';

/** Monday first, as weeks are printed. */
const DAYS = [
  { value: '1', label: m.directory_weekday_1 },
  { value: '2', label: m.directory_weekday_2 },
  { value: '3', label: m.directory_weekday_3 },
  { value: '4', label: m.directory_weekday_4 },
  { value: '5', label: m.directory_weekday_5 },
  { value: '6', label: m.directory_weekday_6 },
  { value: '0', label: m.directory_weekday_0 },
];

type Fields = { [Name in keyof EntryFields]-?: FieldMetadata<unknown> };

export function EntryFieldset({ fields }: { fields: Fields }) {
  return (
    <>
      <Field
        meta={fields.name}
        label={m.directory_form_name()}
        hint={m.directory_form_name_hint()}
        autoComplete="off"
      />
      <Field
        meta={fields.kana}
        label={m.directory_form_kana()}
        hint={m.directory_form_kana_hint()}
        autoComplete="off"
      />
      <Field
        meta={fields.number}
        label={m.directory_form_number()}
        hint={m.directory_form_number_hint()}
        inputMode="tel"
        autoComplete="off"
        optional
      />
      <Field
        meta={fields.url}
        label={m.directory_form_url()}
        hint={m.directory_form_url_hint()}
        inputMode="url"
        autoComplete="off"
        optional
      />
      <Field
        meta={fields.address}
        label={m.directory_form_address()}
        hint={m.directory_form_address_hint()}
        autoComplete="off"
        optional
      />
      <ChoiceGroup
        meta={fields.ways}
        legend={m.directory_form_ways()}
        type="checkbox"
        inline
        options={WAYS.map((value) => ({ value, label: wayWord(value) }))}
      />
      <ChoiceGroup
        meta={fields.worries}
        legend={m.directory_form_worries()}
        hint={m.directory_form_worries_hint()}
        type="checkbox"
        inline
        options={WORRIES.map((value) => ({ value, label: worryWord(value) }))}
      />
      <Field
        meta={fields.forWhom}
        label={m.directory_form_for()}
        hint={m.directory_form_for_hint()}
        autoComplete="off"
      />
      <Field
        meta={fields.hours}
        label={m.directory_form_hours()}
        hint={m.directory_form_hours_hint()}
        autoComplete="off"
        optional
      />
      <ChoiceGroup
        meta={fields.days}
        legend={m.directory_form_days()}
        hint={m.directory_form_days_hint()}
        type="checkbox"
        inline
        optional
        options={DAYS.map(({ value, label }) => ({ value, label: label() }))}
      />
      <Field
        meta={fields.from}
        label={m.directory_form_from()}
        hint={m.directory_form_from_hint()}
        autoComplete="off"
        optional
      />
      <Field
        meta={fields.to}
        label={m.directory_form_to()}
        hint={m.directory_form_to_hint()}
        autoComplete="off"
        optional
      />
      <ChoiceGroup
        meta={fields.holidays}
        legend={m.directory_form_holidays_legend()}
        type="checkbox"
        optional
        options={[{ value: 'open', label: m.directory_form_holidays() }]}
      />
      <Field
        meta={fields.languages}
        label={m.directory_form_languages()}
        hint={m.directory_form_languages_hint()}
        autoComplete="off"
        optional
      />
      <Field
        meta={fields.note}
        label={m.directory_form_note()}
        hint={m.directory_form_note_hint()}
        autoComplete="off"
        optional
      />
      <Field
        meta={fields.every}
        label={m.directory_form_every()}
        hint={m.directory_form_every_hint()}
        inputMode="numeric"
        autoComplete="off"
      />
      <Field
        meta={fields.until}
        label={m.directory_form_until()}
        hint={m.directory_form_until_hint()}
        autoComplete="off"
        optional
      />
    </>
  );
}
