export type Tab = { title: string; to: string; current: boolean };

/** Tabs that are addresses: each is a page of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.to} href={tab.to} aria-current={tab.current ? 'page' : undefined}>
          {tab.title}
        </a>
      ))}
    </nav>
  );
}
