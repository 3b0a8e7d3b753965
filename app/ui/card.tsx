import type { ReactNode } from 'react';

type CardProps = {
  as?: 'div' | 'article' | 'section' | 'li';
  className?: string;
  children: ReactNode;
};

export function Card({ as: Element = 'div', className = '', children }: CardProps) {
  return <Element className={`card stack-s ${className}`.trim()}>{children}</Element>;
}
