import * as m from '~/paraglide/messages';
import { Button } from './button';
import { Card } from './card';

export type StepFamily = 'gatekeeper' | 'tsunagari' | 'kokoro';
export type ShownStep = {
  family: StepFamily;
  choices: { id: string; text: string }[];
  chosen: { id: string; text: string } | null;
  doneOn: string | null;
};

const families: Record<StepFamily, () => string> = {
  gatekeeper: m.directory_step_family_gatekeeper,
  tsunagari: m.directory_step_family_tsunagari,
  kokoro: m.directory_step_family_kokoro,
};

/** From which courses a step comes. */
export function stepFamilyWord(family: StepFamily): string {
  return families[family]();
}

type StepProps = {
  step: ShownStep;
  /** Where the form is taken, and where it leads back to. */
  action: string;
  to: string;
  error?: string | null;
};

function Sent({ step, to }: Pick<StepProps, 'step' | 'to'>) {
  return (
    <>
      <input type="hidden" name="family" value={step.family} />
      <input type="hidden" name="to" value={to} />
    </>
  );
}

/** The list to choose one step from. */
export function ChooseStep({ step, action, to, error = null }: StepProps) {
  const errorId = `step-error-${step.family}`;
  return (
    <form method="post" action={action} className="stack-s">
      <Sent step={step} to={to} />
      <fieldset
        className={`stack-s ${error ? 'has-error' : ''}`}
        aria-describedby={error ? errorId : undefined}
      >
        <legend className="field-label">{m.directory_step_choose()}</legend>
        {error ? (
          <p id={errorId} className="field-error" role="alert">
            {error}
          </p>
        ) : null}
        <div className="choices">
          {step.choices.map(({ id, text }) => (
            <label key={id} className="choice">
              <input type="radio" name="step" value={id} defaultChecked={step.chosen?.id === id} />
              <span>{text}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <Button kind="second" name="intent" value="choose">
          {m.directory_step_keep()}
        </Button>
      </div>
    </form>
  );
}

/** The step she chose, with what she can do about it. */
export function ChosenStep({ step, action, to }: StepProps) {
  const { chosen, doneOn, family } = step;
  if (!chosen) return null;
  const named = { step: chosen.text };
  const change = new URLSearchParams({ family, to });
  return (
    <Card>
      <p>
        <strong>{chosen.text}</strong>
      </p>
      {doneOn ? <p className="small">{m.directory_step_done_on({ day: doneOn })}</p> : null}
      <form method="post" action={action} className="row">
        <Sent step={step} to={to} />
        {doneOn ? null : (
          <Button name="intent" value="done" aria-label={m.directory_step_done_named(named)}>
            {m.directory_step_done()}
          </Button>
        )}
        <a href={`${action}?${change}`} aria-label={m.directory_step_change_named(named)}>
          {m.directory_step_change()}
        </a>
        <Button
          kind="quiet"
          name="intent"
          value="drop"
          aria-label={m.directory_step_drop_named(named)}
        >
          {m.directory_step_drop()}
        </Button>
      </form>
    </Card>
  );
}
