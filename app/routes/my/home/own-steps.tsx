import { nextStepPath } from '~/lib/course-path';
import * as m from '~/paraglide/messages';
import { ChosenStep, stepFamilyWord, type ShownStep } from '~/ui/next-step';

/** The small steps she chose after her courses. */
export function OwnSteps({ steps }: { steps: ShownStep[] }) {
  if (steps.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="steps">
      <h2 id="steps">{m.directory_step_my_title()}</h2>
      {steps.map((step) => (
        <div key={step.family} className="stack-s">
          <h3>{stepFamilyWord(step.family)}</h3>
          <ChosenStep step={step} action={nextStepPath(null)} to="/my#steps" />
        </div>
      ))}
    </section>
  );
}
