import type { ShownPerson } from '~/flows/shown-person';
import * as m from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';

type PeopleListProps = { path: string; people: ShownPerson[]; caption: string };

/** The reading stands above the name, as on a name card. */
export function PeopleList({ path, people, caption }: PeopleListProps) {
  return (
    <DataTable
      caption={caption}
      columns={[
        m.people_col_name(),
        m.people_col_completions(),
        m.people_col_place(),
        m.people_col_came_by(),
        m.people_col_consent(),
        m.people_col_number(),
      ].map((title) => ({ title }))}
      rows={people.map(({ id, name, kana, completions, place, cameBy, consentDay, number }) => [
        <a key="name" href={`${path}/people/${id}`} className="inline-block">
          <span className="small block">{kana || m.people_no_kana()}</span>
          {name}
        </a>,
        <Completions key="completions" completions={completions} />,
        place,
        cameBy,
        consentDay || m.people_no_consent(),
        number,
      ])}
    />
  );
}

function Completions({ completions }: Pick<ShownPerson, 'completions'>) {
  if (completions.length === 0) return m.people_no_completion();
  return (
    <ul className="plain">
      {completions.map(({ title, day }) => (
        <li key={title + day}>{m.people_completion({ title, day })}</li>
      ))}
    </ul>
  );
}
