import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { FieldMark, PostForm } from '~/ui/form';

const FORM = 'columns';

export type ColumnsField = {
  field: string;
  label: string;
  chosen: string;
  /** What the chosen column holds in its first rows. */
  samples: string[];
  same: { value: string; label: string }[];
};

export type ColumnsView = {
  areaName: string;
  columns: { value: string; label: string }[];
  names: ColumnsField[];
  others: ColumnsField[];
  mayGoBack: boolean;
};

type Errors = Record<string, string[]>;

function ColumnSelect({
  one,
  columns,
  errors,
}: {
  one: ColumnsField;
  columns: ColumnsView['columns'];
  errors: Errors;
}) {
  const { field, label, chosen, samples, same } = one;
  const id = `${FORM}-${field}`;
  const error = errors[field]?.join(' ');
  const described = [samples.length > 0 ? `${id}-hint` : '', error ? `${id}-error` : ''];
  const required = field === 'name' || field === 'kana';
  return (
    <div className={`stack-s ${error ? 'has-error' : ''}`}>
      <label className="field-label" htmlFor={id}>
        {label}
        {required ? <FieldMark /> : <FieldMark optional />}
      </label>
      {samples.length > 0 ? (
        <p id={`${id}-hint`} className="field-hint break-all">
          {m.imports_columns_samples({ values: samples.join('、') })}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      ) : null}
      <select
        className="input"
        id={id}
        name={field}
        defaultValue={chosen}
        aria-invalid={error ? true : undefined}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
      >
        <option value="">{m.imports_columns_none()}</option>
        <optgroup label={m.imports_columns_group()}>
          {columns.map(({ value, label: title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </optgroup>
        {same.length > 0 ? (
          <optgroup label={m.imports_columns_all()}>
            {same.map(({ value, label: title }) => (
              <option key={value} value={`=${value}`}>
                {title}
              </option>
            ))}
          </optgroup>
        ) : null}
      </select>
    </div>
  );
}

export function ColumnsForm({ view, errors }: { view: ColumnsView; errors: Errors }) {
  const { areaName, columns, names, others, mayGoBack } = view;
  return (
    <PostForm form={{ id: FORM, allErrors: errors }} action="?" className="stack-l">
      <h2>{m.imports_columns_title()}</h2>
      <p>{m.imports_columns_lead()}</p>
      <fieldset className="stack">
        <legend className="field-label">{m.imports_columns_name_title()}</legend>
        <p className="field-hint">{m.imports_columns_name_hint()}</p>
        {names.map((one) => (
          <ColumnSelect key={one.field} one={one} columns={columns} errors={errors} />
        ))}
      </fieldset>
      <fieldset className="stack">
        <legend className="field-label">{m.imports_columns_rest_title()}</legend>
        <p className="field-hint">{m.imports_columns_blank({ area: areaName })}</p>
        {others.map((one) => (
          <ColumnSelect key={one.field} one={one} columns={columns} errors={errors} />
        ))}
      </fieldset>
      <p className="small">{m.imports_columns_remembered()}</p>
      <p className="row">
        <Button name="intent" value="check">
          {m.imports_columns_button()}
        </Button>
        {mayGoBack ? (
          <ButtonLink to="?" kind="quiet">
            {m.imports_columns_keep()}
          </ButtonLink>
        ) : null}
      </p>
    </PostForm>
  );
}
