import * as m from '~/paraglide/messages';

export type Crumb = { title: string; to?: string };

export function Breadcrumb({ items }: { items: Crumb[] }) {
  return (
    <nav className="breadcrumb" aria-label={m.common_breadcrumb()}>
      <ol>
        {items.map((item) => (
          <li key={item.title}>
            {item.to ? (
              <a href={item.to}>{item.title}</a>
            ) : (
              <span aria-current="page">{item.title}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
