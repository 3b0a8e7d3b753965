import * as m from '~/paraglide/messages';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PasskeyButton } from '~/ui/passkey-button';
import { Tag } from '~/ui/tag';
import type { readPasskeys } from './passkeys.server';

type PasskeysProps = Awaited<ReturnType<typeof readPasskeys>>;

const doneWords = new Map([
  ['added', m.passkeys_added],
  ['renamed', m.passkeys_renamed],
  ['removed', m.passkeys_removed],
  ['gone', m.passkeys_gone],
]);

function OnePasskey({ id, label, backedUp, since, lastUsed }: PasskeysProps['held'][number]) {
  return (
    <Card as="li" className="stack-s">
      <h3 className="row">
        <span className="break-words min-w-0">{label}</span>
        {backedUp ? <Tag kind="plain">{m.passkeys_backed_up()}</Tag> : null}
      </h3>
      <p className="small">
        {m.passkeys_since({ day: since })}
        <br />
        {lastUsed ? m.passkeys_last_used({ day: lastUsed }) : m.passkeys_never_used()}
      </p>
      <p>
        <a href={`/my/security/passkeys/${id}`} aria-label={m.passkeys_edit_label({ label })}>
          {m.passkeys_edit()}
        </a>
      </p>
    </Card>
  );
}

export function Passkeys({ held, done, suggestedLabel }: PasskeysProps) {
  const words = doneWords.get(done ?? '');
  return (
    <section className="stack" aria-labelledby="passkeys">
      <h2 id="passkeys">{m.passkeys_title()}</h2>
      {words ? (
        <Notice kind={done === 'gone' ? 'info' : 'done'} role="status">
          <p>{words()}</p>
        </Notice>
      ) : null}
      <p>
        {m.passkeys_lead()}
        {m.passkeys_counts_as_second()}
      </p>
      {held.length > 0 ? (
        <ul className="stack-s list-none p-0 mb-0">
          {held.map((passkey) => (
            <OnePasskey key={passkey.id} {...passkey} />
          ))}
        </ul>
      ) : (
        <p>{m.passkeys_none()}</p>
      )}
      <PasskeyButton use="register" label={m.passkeys_add()}>
        <label className="field-label" htmlFor="passkey-label">
          {m.passkeys_label()}
        </label>
        <p className="field-hint" id="passkey-label-hint">
          {m.passkeys_label_hint()}
        </p>
        <input
          id="passkey-label"
          name="label"
          className="input"
          defaultValue={suggestedLabel}
          maxLength={80}
          autoComplete="off"
          aria-describedby="passkey-label-hint"
        />
      </PasskeyButton>
      <noscript>
        <p className="small">{m.passkeys_needs_script()}</p>
      </noscript>
    </section>
  );
}
