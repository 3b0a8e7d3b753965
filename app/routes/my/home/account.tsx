import { groupCode } from '~/lib/code';
import { pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { useEdition } from '~/ui/use-edition';

type AccountProps = { registered: boolean; number: string | null };

/** Where she looks after what is kept of her, how she goes on elsewhere, and how she ends here. */
export function Account({ registered, number }: AccountProps) {
  const edition = useEdition();
  return (
    <section className="stack" aria-labelledby="account">
      <h2 id="account">{registered ? m.my_account_title() : m.my_device_title()}</h2>
      <OwnLinks registered={registered} />
      {number ? (
        <div className="stack-s">
          <dl className="facts">
            <dt>{m.my_account_number()}</dt>
            <dd>
              <span className="code-text">{groupCode(number)}</span>
            </dd>
          </dl>
          <p className="small">{m.my_account_number_hint()}</p>
        </div>
      ) : null}
      {registered ? <h3>{m.my_device_title()}</h3> : null}
      <p>{registered ? m.my_device_account() : m.my_device_guest()}</p>
      {registered ? null : (
        <p>
          <a className="tool-link" href={pathIn(edition, '/my/code')}>
            {m.my_device_code()}
          </a>
        </p>
      )}
      <form method="post" action={pathIn(edition, '/sign-out')} className="stack-s">
        {registered ? null : <p className="small">{m.my_sign_out_guest_hint()}</p>}
        <Button kind="second">{registered ? m.my_sign_out() : m.my_sign_out_guest()}</Button>
      </form>
    </section>
  );
}

/** The pages behind these are in Japanese, whatever the words of this one. */
function OwnLinks({ registered }: { registered: boolean }) {
  const edition = useEdition();
  return (
    <ul className="link-rows">
      <OwnLink to="/my/privacy" title={m.trust_own_link()} hint={m.my_link_privacy_hint()} />
      {registered ? (
        <>
          <OwnLink to="/my/profile" title={m.my_link_profile()} hint={m.my_link_profile_hint()} />
          <OwnLink to="/my/security" title={m.entry_security_link()} />
        </>
      ) : null}
      <OwnLink
        to={`/settings/reading?to=${pathIn(edition, '/my')}`}
        title={m.reading_to_settings()}
        hint={m.my_link_reading_hint()}
      />
    </ul>
  );
}

function OwnLink({ to, title, hint }: { to: string; title: string; hint?: string }) {
  return (
    <li>
      <a href={to} hrefLang="ja">
        <span>
          {title}
          {hint ? <span className="small block">{hint}</span> : null}
        </span>
      </a>
    </li>
  );
}
