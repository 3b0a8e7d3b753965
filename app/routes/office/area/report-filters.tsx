import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { FilterSelect } from '~/ui/filter-select';

type Choice = { value: string; label: string };

type ReportFiltersProps = {
  years: Choice[];
  programmes: Choice[];
  asked: { year: string; programme: string };
};

export function ReportFilters({ years, programmes, asked }: ReportFiltersProps) {
  return (
    <form className="row items-end no-print" aria-label={m.office_filter_label()}>
      <FilterSelect name="year" label={m.office_filter_year()} choices={years} value={asked.year} />
      <FilterSelect
        name="programme"
        label={m.office_filter_programme()}
        choices={programmes}
        value={asked.programme}
      />
      <Button kind="second">{m.office_filter_submit()}</Button>
    </form>
  );
}
