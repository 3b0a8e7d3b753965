import type { ReactNode } from 'react';
import type { TypedAuditFilter } from '~/flows/audit-filter';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';

type AuditFiltersProps = {
  typed: TypedAuditFilter;
  errors: Partial<TypedAuditFilter>;
  actions: { value: string; label: string }[];
  isSearch: boolean;
};

export function AuditFilters({ typed, errors, actions, isSearch }: AuditFiltersProps) {
  const box = (name: keyof TypedAuditFilter, label: string, type = 'text', hint?: string) => (
    <Box name={name} label={label} hint={hint} error={errors[name]}>
      <input
        className="input"
        id={name}
        name={name}
        type={type}
        defaultValue={typed[name]}
        maxLength={100}
        autoComplete="off"
        aria-invalid={errors[name] ? true : undefined}
        aria-describedby={errors[name] ? `${name}-error` : hint ? `${name}-hint` : undefined}
      />
    </Box>
  );
  return (
    <form method="get" action="/admin/audit" role="search" className="stack no-print">
      {Object.keys(errors).length > 0 ? (
        <Notice kind="error" title={m.audit_error_title()} role="alert">
          <p>{m.audit_error_lead()}</p>
        </Notice>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {box('from', m.audit_filter_from(), 'date')}
        {box('to', m.audit_filter_to(), 'date')}
        <Box name="action" label={m.audit_filter_action()}>
          <select className="input" id="action" name="action" defaultValue={typed.action}>
            <option value="">{m.audit_filter_action_all()}</option>
            {actions.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Box>
        {box('actor', m.audit_filter_actor(), 'text', m.audit_filter_actor_hint())}
        {box('area', m.audit_filter_area(), 'text', m.audit_filter_area_hint())}
        {box('subject', m.audit_filter_subject(), 'text', m.audit_filter_subject_hint())}
      </div>
      <div className="row">
        <Button>{m.audit_filter_submit()}</Button>
        {isSearch ? (
          <ButtonLink to="/admin/audit" kind="quiet">
            {m.audit_filter_clear()}
          </ButtonLink>
        ) : null}
      </div>
    </form>
  );
}

type BoxProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: ReactNode;
};

function Box({ name, label, hint, error, children }: BoxProps) {
  return (
    <div className={`stack-s ${error ? 'has-error' : ''}`}>
      <label className="field-label" htmlFor={name}>
        {label}
      </label>
      {hint ? (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
      {children}
    </div>
  );
}
