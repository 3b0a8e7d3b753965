import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import type { readCitySignIns } from './city-sign-ins.server';

type CitySignInsProps = Awaited<ReturnType<typeof readCitySignIns>>;

const doneWords = new Map([
  ['linked', m.passkeys_city_linked],
  ['unlinked', m.passkeys_city_unlinked],
  ['last', m.passkeys_city_last],
]);

export function CitySignIns({ done, linked, others }: CitySignInsProps) {
  if (linked.length === 0 && others.length === 0) return null;
  const words = doneWords.get(done ?? '');
  return (
    <section className="stack" aria-labelledby="city">
      <h2 id="city">{m.passkeys_city_title()}</h2>
      {words ? (
        <Notice kind={done === 'last' ? 'care' : 'done'} role="status">
          <p>{words()}</p>
        </Notice>
      ) : null}
      <p>{m.passkeys_city_section_lead()}</p>
      {linked.map(({ issuer, name, since, lastUsed }) => (
        <Card key={issuer}>
          <h3>{name}</h3>
          <p className="small">
            {m.passkeys_city_since({ day: since })}
            {lastUsed ? (
              <>
                <br />
                {m.passkeys_last_used({ day: lastUsed })}
              </>
            ) : null}
          </p>
          <form method="post" action="/my/security/city">
            <input type="hidden" name="issuer" value={issuer} />
            <Button kind="quiet" aria-label={m.passkeys_city_unlink_label({ name })}>
              {m.passkeys_city_unlink()}
            </Button>
          </form>
        </Card>
      ))}
      {others.map(({ id, name }) => (
        <form key={id} method="post" action={`/sign-in/with/${id}`}>
          <input type="hidden" name="intent" value="link" />
          <Button kind="second">{m.passkeys_city_link_to({ name })}</Button>
        </form>
      ))}
    </section>
  );
}
