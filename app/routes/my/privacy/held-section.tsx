import { groupCode } from '~/lib/code';
import * as m from '~/paraglide/messages';
import { ageBandLabel } from '~/ui/age-band-label';
import { ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';

type Held = {
  name?: string | null;
  kana?: string | null;
  number?: string | null;
  email?: string | null;
  municipalityRelation?: 'resident' | 'worker' | 'student' | null;
  audience: string | null;
  ageBand?: string | null;
  sex?: 'female' | 'male' | 'other' | 'unanswered' | null;
  birthYear?: number | null;
  place: string | null;
  counts: { courses: number; completions: number; certificates: number; devices: number };
};

const relations = {
  resident: m.account_relation_resident,
  worker: m.account_relation_worker,
  student: m.account_relation_student,
};
const sexes = {
  female: m.account_sex_female,
  male: m.account_sex_male,
  other: m.account_sex_other,
  unanswered: m.account_sex_unanswered,
};

export function HeldSection({ held, registered }: { held: Held; registered: boolean }) {
  const { place, municipalityRelation: relation, counts, ageBand, sex, birthYear, number } = held;
  const count = (n: number) => m.trust_held_count({ count: String(n) });
  const profile: [string, string | null | undefined][] = [
    [m.account_name(), held.name],
    [m.account_kana(), held.kana],
    [m.trust_held_number(), number && groupCode(number)],
    [m.account_email(), held.email],
    [
      m.account_municipality(),
      place && relation ? m.trust_held_place_of({ place, relation: relations[relation]() }) : place,
    ],
    [m.account_audience(), held.audience],
    [m.account_age(), ageBand && ageBandLabel(ageBand)],
    [m.account_sex(), sex && sexes[sex]()],
    ...(birthYear
      ? [
          [m.trust_held_birth_year(), m.trust_held_birth_year_value({ year: `${birthYear}` })] as [
            string,
            string,
          ],
        ]
      : []),
  ];
  const learning: [string, string][] = [
    [m.trust_held_courses(), count(counts.courses)],
    [m.trust_held_completions(), count(counts.completions)],
    [m.trust_held_certificates(), count(counts.certificates)],
    [m.trust_held_devices(), count(counts.devices)],
  ];
  return (
    <section className="stack" aria-labelledby="held">
      <h2 id="held">{m.trust_held_title()}</h2>
      <div className="wrapping-table">
        <DataTable
          caption={m.trust_held_caption()}
          captionHidden
          columns={[{ title: m.trust_held_col_what() }, { title: m.trust_held_col_value() }]}
          rows={[...(registered ? profile : []), ...learning].map(([what, value]) => [
            what,
            value || m.trust_held_none(),
          ])}
        />
      </div>
      <p className="small">{m.trust_held_all()}</p>
      {registered ? (
        <p>
          <ButtonLink to="/my/profile" kind="second">
            {m.trust_held_correct()}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  );
}
