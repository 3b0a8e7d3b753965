import * as m from '~/paraglide/messages';

export type PersonFactsProps = {
  person: {
    number: string;
    name: string;
    kana: string;
    place: string;
    birthYear: string;
    cameBy: string;
    consentDay: string;
    registeredDay: string;
    completions: { title: string; day: string }[];
  };
};

/** What an office knows of a person, one under another. */
export function PersonFacts({ person }: PersonFactsProps) {
  const { completions } = person;
  const facts: [string, string][] = [
    [m.people_col_name(), person.name],
    [m.people_col_kana(), person.kana || m.people_no_kana()],
    [m.people_col_number(), person.number],
    [m.people_col_place(), person.place],
    [m.people_birth_year(), person.birthYear || m.people_unknown()],
    [m.people_col_came_by(), person.cameBy],
    [m.people_registered(), person.registeredDay],
    [m.people_col_consent(), person.consentDay || m.people_no_consent()],
  ];
  return (
    <dl className="facts">
      {facts.map(([title, value]) => (
        <div key={title} className="contents">
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <dt>{m.people_col_completions()}</dt>
      <dd>
        {completions.length === 0 ? m.people_no_completion() : null}
        <ul className="plain">
          {completions.map(({ title, day }) => (
            <li key={title + day}>{m.people_completion({ title, day })}</li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}
