import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';

type DialogProps = { id: string; opener: ReactNode; title: string; children: ReactNode };

/** A button and the dialog it opens, by the browser's own popover: no script is needed. Escape closes it and focus returns. */
export function Dialog({ id, opener, title, children }: DialogProps) {
  return (
    <>
      <button type="button" className="btn second" {...{ popovertarget: id }}>
        {opener}
      </button>
      <div
        id={id}
        className="dialog stack"
        role="dialog"
        aria-labelledby={`${id}-title`}
        {...{ popover: 'auto' }}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
        <button
          type="button"
          className="btn second"
          {...{ popovertarget: id, popovertargetaction: 'hide' }}
        >
          {m.common_close()}
        </button>
      </div>
    </>
  );
}
