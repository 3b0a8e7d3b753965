import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { FilterSelect } from '~/ui/filter-select';

type Choice = { value: string; label: string };

type PeopleFiltersProps = {
  years: Choice[];
  programmes: Choice[];
  asked: { q: string; year: string; programme: string };
};

export function PeopleFilters({ years, programmes, asked }: PeopleFiltersProps) {
  return (
    <form className="row items-end no-print" role="search" aria-label={m.people_filter_label()}>
      <div>
        <label className="field-label" htmlFor="people-q">
          {m.people_filter_query()}
        </label>
        <input
          className="input"
          id="people-q"
          name="q"
          type="search"
          autoComplete="off"
          maxLength={100}
          defaultValue={asked.q}
        />
      </div>
      <FilterSelect
        name="year"
        label={m.people_filter_year()}
        choices={[{ value: '', label: m.people_filter_all_years() }, ...years]}
        value={asked.year}
      />
      <FilterSelect
        name="programme"
        label={m.people_filter_programme()}
        choices={[{ value: '', label: m.people_filter_all_programmes() }, ...programmes]}
        value={asked.programme}
      />
      <Button kind="second">{m.people_filter_submit()}</Button>
    </form>
  );
}
