import { AGE_BANDS } from '~/domain/people/age-bands';
import { AUDIENCE_CLASSES } from '~/domain/people/audience-classes';
import { audienceLabel } from '~/flows/audience-label';
import * as m from '~/paraglide/messages';
import { ageBandLabel } from '~/ui/age-band-label';
import { ChoiceGroup, Field, SelectField } from '~/ui/form';

type Props = {
  sent: Record<string, string>;
  errors: Record<string, string[] | undefined>;
  places: { value: string; label: string }[];
};

const FORM = 'enrol';

/** What the parts of a form ask of a field. */
function metaOf(name: string, { sent, errors }: Props) {
  const id = `${FORM}-${name}`;
  return {
    id,
    name,
    errorId: `${id}-error`,
    descriptionId: `${id}-description`,
    errors: errors[name],
    initialValue: sent[name],
    required: undefined,
  };
}

export function EnrolFields(props: Props) {
  const meta = (name: string) => metaOf(name, props);
  return (
    <>
      <Field meta={meta('name')} label={m.account_name()} autoComplete="off" />
      <Field
        meta={meta('kana')}
        label={m.account_kana()}
        hint={m.account_kana_hint()}
        autoComplete="off"
      />
      <Field
        meta={meta('birth')}
        label={m.imports_field_birth()}
        hint={m.imports_enrol_birth_hint()}
        optional
        autoComplete="off"
      />
      <SelectField
        meta={meta('municipality')}
        label={m.imports_field_municipality()}
        options={props.places}
      />
      <ChoiceGroup
        meta={meta('relation')}
        legend={m.account_relation()}
        inline
        options={[
          { value: 'resident', label: m.account_relation_resident() },
          { value: 'worker', label: m.account_relation_worker() },
          { value: 'student', label: m.account_relation_student() },
        ]}
      />
      <SelectField
        meta={meta('audience')}
        label={m.account_audience()}
        options={AUDIENCE_CLASSES.map((code) => ({ value: code, label: audienceLabel(code) }))}
      />
      <SelectField
        meta={meta('ageBand')}
        label={m.account_age()}
        optional
        empty={m.imports_enrol_age_empty()}
        options={AGE_BANDS.map((code) => ({ value: code, label: ageBandLabel(code) }))}
      />
      <Field
        meta={meta('email')}
        label={m.account_email()}
        hint={m.imports_enrol_email_hint()}
        optional
        type="email"
        autoComplete="off"
      />
      <fieldset className="stack-s">
        <legend className="field-label">{m.imports_enrol_guardian()}</legend>
        <p className="field-hint">{m.imports_enrol_guardian_hint()}</p>
        <label className="choice">
          <input
            type="checkbox"
            name="guardian"
            value="yes"
            defaultChecked={props.sent.guardian === 'yes'}
          />
          <span>{m.imports_enrol_guardian_check()}</span>
        </label>
      </fieldset>
    </>
  );
}
