import { pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { PasskeyButton } from '~/ui/passkey-button';
import { useEdition } from '~/ui/use-edition';

type Provider = { id: string; name: string };

/** They send the form above, with what was chosen there for this device. */
function CitySignIns({ providers, search }: { providers: Provider[]; search: string }) {
  return (
    <p className="row">
      {providers.map(({ id, name }) => (
        <Button key={id} kind="second" form="sign-in" formAction={`/sign-in/with/${id}${search}`}>
          {m.passkeys_city_sign_in({ name })}
        </Button>
      ))}
    </p>
  );
}

type OtherWaysProps = { search: string; to: string | null; providers: Provider[] };

export function OtherWays({ search, to, providers }: OtherWaysProps) {
  const edition = useEdition();
  return (
    <section className="stack-s">
      <h2>{m.account_other_ways()}</h2>
      <PasskeyButton
        use="sign-in"
        to={to ?? (edition && pathIn(edition, '/my'))}
        autofill
        label={m.passkeys_sign_in()}
      >
        <p>{m.passkeys_sign_in_hint()}</p>
      </PasskeyButton>
      {providers.length > 0 ? <CitySignIns providers={providers} search={search} /> : null}
      <p className="row">
        <ButtonLink to={pathIn(edition, '/join') + search} kind="second">
          {m.account_to_join()}
        </ButtonLink>
        <ButtonLink to={pathIn(edition, '/continue') + search} kind="second">
          {m.account_to_continue()}
        </ButtonLink>
        <ButtonLink to={`/sign-in/link${search}`} kind="second" hrefLang="ja">
          {m.letters_ask_title()}
        </ButtonLink>
      </p>
      <p>
        <a href={`/sign-in/link${search}`} hrefLang="ja">
          {m.letters_lost_password()}
        </a>
      </p>
      {edition ? <p className="small">{m.editions_ways_in_original()}</p> : null}
      <p>{m.letters_lost_passphrase()}</p>
    </section>
  );
}
