import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';

type Choice = { value: string; label: string };

type ReportFiltersProps = {
  years: Choice[];
  programmes: Choice[];
  asked: { year: string; programme: string };
};

export function ReportFilters({ years, programmes, asked }: ReportFiltersProps) {
  return (
    <form className="row items-end no-print" aria-label={m.office_filter_label()}>
      <Select name="year" label={m.office_filter_year()} choices={years} value={asked.year} />
      <Select
        name="programme"
        label={m.office_filter_programme()}
        choices={programmes}
        value={asked.programme}
      />
      <Button kind="second">{m.office_filter_submit()}</Button>
    </form>
  );
}

type SelectProps = { name: string; label: string; choices: Choice[]; value: string };

function Select({ name, label, choices, value }: SelectProps) {
  return (
    <div>
      <label className="field-label" htmlFor={`report-${name}`}>
        {label}
      </label>
      <select className="input" id={`report-${name}`} name={name} defaultValue={value}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
