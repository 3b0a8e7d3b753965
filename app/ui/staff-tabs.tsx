import * as m from '~/paraglide/messages';
import { Tabs } from './tabs';

/** Who has a role, whom to give one, and which links are out. */
export function StaffTabs({ current }: { current: 'list' | 'invite' | 'invitations' }) {
  return (
    <Tabs
      label={m.staff_title()}
      tabs={[
        { title: m.staff_tab_list(), to: '/staff', current: current === 'list' },
        { title: m.staff_tab_invite(), to: '/staff/invite', current: current === 'invite' },
        {
          title: m.staff_tab_invitations(),
          to: '/staff/invitations',
          current: current === 'invitations',
        },
      ]}
    />
  );
}
