import type { ComponentPropsWithoutRef } from 'react';

type Kind = 'first' | 'second' | 'quiet';
const classOf: Record<Kind, string> = { first: 'btn', second: 'btn second', quiet: 'btn quiet' };

type ButtonProps = ComponentPropsWithoutRef<'button'> & { kind?: Kind };

export function Button({ kind = 'first', className = '', type = 'submit', ...rest }: ButtonProps) {
  return <button type={type} className={`${classOf[kind]} ${className}`.trim()} {...rest} />;
}

type ButtonLinkProps = Omit<ComponentPropsWithoutRef<'a'>, 'href'> & { to: string; kind?: Kind };

export function ButtonLink({
  to,
  kind = 'first',
  className = '',
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <a href={to} className={`${classOf[kind]} ${className}`.trim()} {...rest}>
      {children}
    </a>
  );
}
