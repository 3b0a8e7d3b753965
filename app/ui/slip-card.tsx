import * as m from '~/paraglide/messages';

type SlipProps = { name: string; number: string; passphrase: string; address: string };

/** What a person takes home on paper: her number, her passphrase, and where to begin. */
export function SlipCard({ name, number, passphrase, address }: SlipProps) {
  return (
    <article className="card stack slip">
      <p className="small">{m.imports_slip_heading()}</p>
      <h2>{m.imports_slip_to({ name })}</h2>
      <dl className="stack">
        <div>
          <dt className="field-label">{m.imports_slip_number()}</dt>
          <dd className="m-0 text-3xl font-bold tabular-nums">{number}</dd>
        </div>
        <div>
          <dt className="field-label">{m.imports_slip_passphrase()}</dt>
          <dd className="m-0 text-2xl font-bold">
            {passphrase.split(' ').map((word, i) => (
              <span key={`${i} ${word}`} className="inline-block mr-4">
                {word}{' '}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt className="field-label">{m.imports_slip_where()}</dt>
          <dd className="m-0 break-all">{address}</dd>
        </div>
      </dl>
      <p>{m.imports_slip_how()}</p>
    </article>
  );
}
