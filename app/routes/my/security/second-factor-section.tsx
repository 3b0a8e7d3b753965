import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';

/** At so many left, new ones are advised. */
const FEW = 3;

type Factors = {
  authenticatorSince: string | null;
  passkeys: number;
  recoveryCodesLeft: number;
};

type SectionProps = {
  factors: Factors;
  isStaff: boolean;
  /** The authenticator of a demo sign-in is neither replaced nor removed. */
  isFixed: boolean;
};

function Authenticator({ factors, isStaff, isFixed }: SectionProps) {
  const { authenticatorSince, passkeys } = factors;
  if (!authenticatorSince) {
    return (
      <>
        <p>{isStaff && passkeys === 0 ? m.entry_factor_none_staff() : m.entry_factor_none()}</p>
        {isStaff ? null : <p className="small">{m.entry_factor_for_staff()}</p>}
        <p>
          <ButtonLink
            to="/my/security/authenticator"
            kind={isStaff && passkeys === 0 ? 'first' : 'second'}
          >
            {m.entry_factor_set_up()}
          </ButtonLink>
        </p>
      </>
    );
  }
  return (
    <>
      <p>{m.entry_factor_since({ day: authenticatorSince })}</p>
      {isFixed ? null : (
        <form method="post" action="/my/security" className="row">
          <ButtonLink to="/my/security/authenticator" kind="second">
            {m.entry_factor_replace()}
          </ButtonLink>
          <Button name="intent" value="remove-authenticator" kind="quiet">
            {m.entry_factor_remove()}
          </Button>
        </form>
      )}
    </>
  );
}

function RecoveryCodes({ left }: { left: number }) {
  const few = left <= FEW;
  const words = (
    <p>
      {left > 0 ? m.entry_recovery_left({ count: left }) : m.entry_recovery_none()}
      {few && left > 0 ? m.entry_recovery_few() : null}
    </p>
  );
  return (
    <>
      {few ? <Notice kind="care">{words}</Notice> : words}
      <p>
        <ButtonLink to="/my/security/recovery-codes" kind={few ? 'first' : 'second'}>
          {left > 0 ? m.entry_recovery_make_again() : m.entry_recovery_make()}
        </ButtonLink>
      </p>
    </>
  );
}

export function SecondFactorSection({ factors, isStaff, isFixed }: SectionProps) {
  const hasFactor = factors.authenticatorSince !== null || factors.passkeys > 0;
  return (
    <section className="stack" aria-labelledby="second-factor">
      <h2 id="second-factor">{m.entry_factor_title()}</h2>
      <Authenticator factors={factors} isStaff={isStaff} isFixed={isFixed} />
      {hasFactor ? <RecoveryCodes left={factors.recoveryCodesLeft} /> : null}
    </section>
  );
}
