import * as m from '~/paraglide/messages';
import { Tabs } from './tabs';

type DeskTabsProps = {
  /** "/office/areas/271403" */
  path: string;
  current: 'people' | 'repeats';
  /** Whether she merges records, or only looks. */
  mayTend: boolean;
};

/** What an office looks after, side by side. */
export function DeskTabs({ path, current, mayTend }: DeskTabsProps) {
  const tabs = [
    { title: m.people_tab_report(), to: path, current: false },
    { title: m.people_tab_people(), to: `${path}/people`, current: current === 'people' },
    ...(mayTend
      ? [{ title: m.people_tab_repeats(), to: `${path}/repeats`, current: current === 'repeats' }]
      : []),
    { title: m.people_tab_looks(), to: `${path}/audit`, current: false },
  ];
  return <Tabs label={m.people_tabs_label()} tabs={tabs} />;
}
