import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';

export type ThreadStep = {
  key: string;
  title: ReactNode;
  to?: string;
  state: 'done' | 'here' | 'ahead';
  note?: ReactNode;
};

const stateText = {
  done: m.common_step_done,
  here: m.common_step_here,
  ahead: m.common_step_ahead,
};

/** Where one stands: steps as beads on a thread, in order. */
export function Thread({ label, steps }: { label: string; steps: ThreadStep[] }) {
  return (
    <ol className="thread" aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} className={step.state}>
          {step.state === 'done' ? <span className="mark" aria-hidden="true" /> : null}
          {step.to ? (
            <a href={step.to} aria-current={step.state === 'here' ? 'step' : undefined}>
              <span>{step.title}</span>
            </a>
          ) : (
            <span>{step.title}</span>
          )}
          <span className="sr-only">（{stateText[step.state]()}）</span>
          {step.note ? <div className="small">{step.note}</div> : null}
        </li>
      ))}
    </ol>
  );
}
