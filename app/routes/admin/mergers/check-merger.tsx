import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';

type CheckMergerProps = {
  meaning: string[];
  groups: { id: string; name: string }[];
  to: string;
  /** The form as it was sent, to be sent again. */
  fields: Record<string, string>;
};

/** What will change, before anything does. */
export function CheckMerger({ meaning, groups, to, fields }: CheckMergerProps) {
  return (
    <section aria-labelledby="check-title" id="check">
      <Notice kind="care" title={<span id="check-title">{m.areas_merger_check_title()}</span>}>
        <p>{m.areas_merger_check_lead()}</p>
        <ul className="dots">
          {meaning.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {groups.length > 0 ? (
            <li>
              {m.areas_merger_check_groups({ to })}
              <ul className="dots">
                {groups.map(({ id, name }) => (
                  <li key={id}>
                    <a href={`/admin/groups/${id}`}>{name}</a>
                  </li>
                ))}
              </ul>
            </li>
          ) : null}
        </ul>
        <p>{m.areas_merger_check_final()}</p>
        <form method="post" className="row">
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button name="step" value="record">
            {m.areas_merger_record()}
          </Button>
          <Button kind="second" name="step" value="edit">
            {m.areas_merger_edit()}
          </Button>
        </form>
      </Notice>
    </section>
  );
}
