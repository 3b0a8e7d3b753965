import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';

type Consent = {
  id: string;
  kind: 'share-name' | 'guardian';
  place: string;
  text: string;
  from: string;
  until: string | null;
  isRecorded: boolean;
};

type ConsentSectionProps = {
  consents: { inForce: Consent[]; past: Consent[] };
  offer: { place: string; text: string } | null;
  error: string | null;
};

const HERE = '/my/privacy';

function titleOf({ kind, place }: Consent): string {
  return kind === 'guardian'
    ? m.trust_consent_guardian_to({ place })
    : m.trust_consent_to({ place });
}

function Words({ consent }: { consent: Consent }) {
  return (
    <details>
      <summary>{m.trust_consent_words()}</summary>
      <blockquote className="m-0 pt-2">{consent.text}</blockquote>
    </details>
  );
}

function InForce({ consent }: { consent: Consent }) {
  return (
    <Card as="article">
      <h3>{titleOf(consent)}</h3>
      <p>{m.trust_consent_since({ day: consent.from })}</p>
      {consent.isRecorded ? <p className="small">{m.trust_consent_recorded()}</p> : null}
      <Words consent={consent} />
      <form method="post" action={HERE} className="stack-s">
        <input type="hidden" name="consent" value={consent.id} />
        <p className="small">{m.trust_consent_withdraw_hint()}</p>
        <Button kind="second" name="intent" value="withdraw">
          {m.trust_consent_withdraw()}
          <span className="sr-only">{titleOf(consent)}</span>
        </Button>
      </form>
    </Card>
  );
}

function Offer({ place, text, error }: { place: string; text: string; error: string | null }) {
  return (
    <Card as="article">
      <h3>{m.trust_consent_give_title({ place })}</h3>
      <p>{text}</p>
      <form
        method="post"
        action={HERE}
        className={`stack-s ${error ? 'has-error' : ''}`}
        id="offer"
      >
        {error ? (
          <p className="field-error" role="alert" id="agree-error">
            {error}
          </p>
        ) : null}
        <div className="choices">
          <label className="choice">
            <input
              type="checkbox"
              name="agree"
              value="yes"
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? 'agree-error' : undefined}
            />
            <span>{m.trust_consent_give_choice()}</span>
          </label>
        </div>
        <Button kind="second" name="intent" value="give">
          {m.trust_consent_give_button()}
        </Button>
      </form>
    </Card>
  );
}

export function ConsentSection({ consents, offer, error }: ConsentSectionProps) {
  const { inForce, past } = consents;
  return (
    <section className="stack" aria-labelledby="consents">
      <h2 id="consents">{m.trust_consent_title()}</h2>
      {inForce.length === 0 ? <p>{m.trust_consent_none()}</p> : null}
      {inForce.map((consent) => (
        <InForce key={consent.id} consent={consent} />
      ))}
      {offer ? <Offer {...offer} error={error} /> : null}
      {past.length > 0 ? (
        <details>
          <summary>{m.trust_consent_past()}</summary>
          <ul className="dots">
            {past.map((consent) => (
              <li key={consent.id}>
                {titleOf(consent)}{' '}
                {m.trust_consent_over({ from: consent.from, until: consent.until ?? '' })}
                <Words consent={consent} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
