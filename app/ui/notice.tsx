import type { ReactNode } from 'react';

type NoticeProps = {
  kind?: 'info' | 'care' | 'warm' | 'error' | 'done';
  title?: ReactNode;
  children?: ReactNode;
  /** "status" announces politely, "alert" at once; leave out for text that is simply part of the page. */
  role?: 'status' | 'alert';
};

export function Notice({ kind = 'info', title, children, role }: NoticeProps) {
  return (
    <div className={`notice stack-s ${kind}`} role={role}>
      {title ? <p className="notice-title">{title}</p> : null}
      {children ? <div className="stack-s">{children}</div> : null}
    </div>
  );
}
