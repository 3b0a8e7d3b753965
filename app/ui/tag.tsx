import type { ReactNode } from 'react';

export function Tag({
  kind = 'plain',
  children,
}: {
  kind?: 'plain' | 'accent' | 'warm';
  children: ReactNode;
}) {
  return <span className={`tag ${kind}`}>{children}</span>;
}
