import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';

/** One page for every link that lets nobody in. */
export function LinkGone({ isIn, minutes }: { isIn: boolean; minutes: string }) {
  return (
    <>
      <p>{m.letters_gone_body({ minutes })}</p>
      {isIn ? <p>{m.letters_gone_in()}</p> : null}
      <p className="row">
        {isIn ? <ButtonLink to="/my">{m.letters_gone_to_my()}</ButtonLink> : null}
        <ButtonLink to="/sign-in/link" kind={isIn ? 'second' : 'first'}>
          {m.letters_gone_again()}
        </ButtonLink>
        <ButtonLink to="/sign-in" kind="second">
          {m.letters_to_sign_in()}
        </ButtonLink>
      </p>
    </>
  );
}
