import type { FieldMetadata, FormMetadata } from '@conform-to/react';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import * as m from '~/paraglide/messages';

// Every form is checked on the server; these parts show what came back.

type Meta = Pick<
  FieldMetadata<unknown>,
  'id' | 'name' | 'errorId' | 'descriptionId' | 'errors' | 'initialValue' | 'required'
>;

type PostFormProps = Omit<ComponentPropsWithoutRef<'form'>, 'id'> & {
  form: Pick<FormMetadata, 'id' | 'allErrors'>;
  /** What of the input is still there, when that is not all of it. */
  kept?: string;
};

/** A form that posts, with a summary of what to mend on top. The summary takes the focus when it appears. */
export function PostForm({
  form,
  kept = m.common_errors_kept(),
  children,
  ...rest
}: PostFormProps) {
  const errors = Object.entries(form.allErrors).flatMap(([name, messages]) =>
    messages.map((message) => ({ name, message })),
  );
  return (
    <form method="post" id={form.id} noValidate {...rest}>
      {errors.length > 0 ? (
        <div className="notice error stack-s" role="alert" tabIndex={-1} data-enhance="take-focus">
          <h2>{m.common_errors_title({ count: String(errors.length) })}</h2>
          <ul className="dots">
            {errors.map(({ name, message }) => (
              <li key={name + message}>
                {name ? <a href={`#${form.id}-${name}`}>{message}</a> : message}
              </li>
            ))}
          </ul>
          <p>{kept}</p>
        </div>
      ) : null}
      {children}
    </form>
  );
}

export function FieldMark({ optional }: { optional?: boolean }) {
  return optional ? (
    <span className="field-mark optional">{m.common_optional()}</span>
  ) : (
    <span className="field-mark">{m.common_required()}</span>
  );
}

function described(meta: Meta, hint: ReactNode) {
  const ids = [hint ? meta.descriptionId : '', meta.errors ? meta.errorId : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Messages({ meta, hint }: { meta: Meta; hint?: ReactNode }) {
  return (
    <>
      {hint ? (
        <div id={meta.descriptionId} className="field-hint">
          {hint}
        </div>
      ) : null}
      {meta.errors ? (
        <p id={meta.errorId} className="field-error">
          {meta.errors.join(' ')}
        </p>
      ) : null}
    </>
  );
}

function initialText(meta: Meta): string | undefined {
  return typeof meta.initialValue === 'string' ? meta.initialValue : undefined;
}

type Labelled = { meta: Meta; label: ReactNode; hint?: ReactNode; optional?: boolean };

/** Label, hint and message of a control, in the order in which they are read. */
function FieldFrame({ meta, label, hint, optional, children }: Labelled & { children: ReactNode }) {
  return (
    <div className={`stack-s ${meta.errors ? 'has-error' : ''}`}>
      <label className="field-label" htmlFor={meta.id}>
        {label}
        <FieldMark optional={optional} />
      </label>
      <Messages meta={meta} hint={hint} />
      {children}
    </div>
  );
}

/** What ties a control to its label, hint and message. */
function tied({ meta, hint, optional }: Labelled) {
  return {
    id: meta.id,
    name: meta.name,
    'aria-invalid': meta.errors ? true : undefined,
    'aria-describedby': described(meta, hint),
    'aria-required': optional ? undefined : true,
  };
}

type FieldProps = Labelled & Omit<ComponentPropsWithoutRef<'input'>, 'name' | 'id'>;

export function Field(props: FieldProps) {
  const { meta, label, hint, optional, type = 'text', className = '', ...rest } = props;
  return (
    <FieldFrame {...props}>
      <input
        className={`input ${className}`}
        type={type}
        defaultValue={type === 'password' ? undefined : initialText(meta)}
        {...tied({ meta, label, hint, optional })}
        {...rest}
      />
    </FieldFrame>
  );
}

type TextAreaProps = Labelled & Omit<ComponentPropsWithoutRef<'textarea'>, 'name' | 'id'>;

export function TextArea(props: TextAreaProps) {
  const { meta, label, hint, optional, rows = 4, ...rest } = props;
  return (
    <FieldFrame {...props}>
      <textarea
        className="input"
        rows={rows}
        defaultValue={initialText(meta)}
        {...tied({ meta, label, hint, optional })}
        {...rest}
      />
    </FieldFrame>
  );
}

export type Option = { value: string; label: ReactNode; hint?: ReactNode };

type SelectFieldProps = Labelled & { empty?: string; options: Option[] };

export function SelectField(props: SelectFieldProps) {
  const { meta, empty, options } = props;
  return (
    <FieldFrame {...props}>
      <select className="input" defaultValue={initialText(meta) ?? ''} {...tied(props)}>
        {empty !== undefined ? <option value="">{empty}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

type ChoiceGroupProps = {
  meta: Meta;
  legend: ReactNode;
  options: Option[];
  type?: 'radio' | 'checkbox';
  hint?: ReactNode;
  optional?: boolean;
  inline?: boolean;
};

/** Radio buttons or check boxes whose whole row is the target. */
export function ChoiceGroup({
  meta,
  legend,
  options,
  type = 'radio',
  hint,
  optional,
  inline,
}: ChoiceGroupProps) {
  const chosen: unknown[] = Array.isArray(meta.initialValue)
    ? meta.initialValue
    : [meta.initialValue];
  return (
    <fieldset
      className={`stack-s ${meta.errors ? 'has-error' : ''}`}
      id={meta.id}
      aria-describedby={described(meta, hint)}
      tabIndex={-1}
    >
      <legend className="field-label">
        {legend}
        <FieldMark optional={optional} />
      </legend>
      <Messages meta={meta} hint={hint} />
      <div className={inline ? 'choices in-row' : 'choices'}>
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type={type}
              name={meta.name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <span>
              {option.label}
              {option.hint ? <span className="small block">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
