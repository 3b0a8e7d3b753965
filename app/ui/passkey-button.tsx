import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';
import { Button } from './button';

type PasskeyButtonProps = {
  use: 'sign-in' | 'second' | 'register';
  /** Where to go afterwards. */
  to?: string | null;
  /** Offers passkeys in the list under the field that asks who she is, too. */
  autofill?: boolean;
  kind?: 'first' | 'second';
  label: string;
  /** What stands above the button, such as fields that are sent along. */
  children?: ReactNode;
};

/** Comes into view only where script runs and the browser knows passkeys. */
export function PasskeyButton(props: PasskeyButtonProps) {
  const { use, to, autofill, kind = 'second', label, children } = props;
  const isRegister = use === 'register';
  return (
    <div
      hidden
      className="stack-s"
      data-enhance="passkey"
      data-use={use}
      data-to={to ?? undefined}
      data-autofill={autofill ? '' : undefined}
      data-cancelled={isRegister ? m.passkeys_cancelled_register() : m.passkeys_cancelled()}
      data-failed={isRegister ? m.passkeys_failed_register() : m.passkeys_failed()}
      data-known={m.passkeys_known()}
      data-offline={m.passkeys_offline()}
    >
      {children}
      <p>
        <Button type="button" kind={kind}>
          {label}
        </Button>
      </p>
      <div aria-live="assertive" />
    </div>
  );
}
