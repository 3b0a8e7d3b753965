import type { ReactNode } from 'react';
import { Breadcrumb, type Crumb } from './breadcrumb';

export function PageHead({
  title,
  lead,
  crumbs,
}: {
  title: ReactNode;
  lead?: ReactNode;
  crumbs?: Crumb[];
}) {
  return (
    <header className="stack-s">
      {crumbs ? <Breadcrumb items={crumbs} /> : null}
      <h1>{title}</h1>
      {lead ? <p>{lead}</p> : null}
    </header>
  );
}
