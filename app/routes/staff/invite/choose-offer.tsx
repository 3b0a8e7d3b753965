import type { Role } from '~/db/tables/people';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { roleLabel } from '~/ui/role-label';

const ABOUT: Record<Role, () => string> = {
  'municipal-officer': m.staff_about_municipal_officer,
  'prefectural-officer': m.staff_about_prefectural_officer,
  'group-officer': m.staff_about_group_officer,
  'national-viewer': m.staff_about_national_viewer,
  host: m.staff_about_host,
  trainer: m.staff_about_trainer,
  'clinical-reviewer': m.staff_about_clinical_reviewer,
  'editorial-reviewer': m.staff_about_editorial_reviewer,
  operator: m.staff_about_operator,
};

const OVER = {
  municipality: m.staff_over_municipality,
  prefecture: m.staff_over_prefecture,
  organisation: m.staff_over_organisation,
  group: m.staff_over_group,
  nation: m.staff_over_nation,
};

type Offer = { role: Role; over: keyof typeof OVER };

/** Which role to offer, with what it may do; one that may be over several kinds of place has a button for each. */
export function ChooseOffer({ offers }: { offers: Offer[] }) {
  const roles = [...new Set(offers.map(({ role }) => role))];
  return (
    <section className="stack">
      <h2>{m.staff_choose_role()}</h2>
      {roles.map((role) => (
        <Card as="section" key={role} className="stack-s">
          <h3>{roleLabel(role)}</h3>
          <p>{ABOUT[role]()}</p>
          <p className="row">
            {offers
              .filter((offer) => offer.role === role)
              .map(({ over }) => (
                <ButtonLink
                  key={over}
                  kind="second"
                  to={`/staff/invite?role=${role}&over=${over}`}
                  aria-label={`${roleLabel(role)}：${OVER[over]()}`}
                >
                  {OVER[over]()}
                </ButtonLink>
              ))}
          </p>
        </Card>
      ))}
    </section>
  );
}
