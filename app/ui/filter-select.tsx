type FilterSelectProps = {
  /** Also its id: one of a name on a page. */
  name: string;
  label: string;
  choices: { value: string; label: string }[];
  value: string;
};

/** One choice in a row of filters. */
export function FilterSelect({ name, label, choices, value }: FilterSelectProps) {
  return (
    <div>
      <label className="field-label" htmlFor={`filter-${name}`}>
        {label}
      </label>
      <select className="input" id={`filter-${name}`} name={name} defaultValue={value}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
