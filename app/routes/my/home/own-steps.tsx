import { nextStepPath } from '~/lib/course-path';
import { pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { ChosenStep, stepFamilyWord, type ShownStep } from '~/ui/next-step';
import { useEdition } from '~/ui/use-edition';

/** The small steps she chose after her courses. */
export function OwnSteps({ steps }: { steps: ShownStep[] }) {
  const edition = useEdition();
  if (steps.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="steps">
      <h2 id="steps">{m.directory_step_my_title()}</h2>
      {steps.map((step) => (
        <div key={step.family} className="stack-s">
          <h3>{stepFamilyWord(step.family)}</h3>
          <ChosenStep
            step={step}
            action={nextStepPath(edition)}
            to={pathIn(edition, '/my#steps')}
          />
        </div>
      ))}
    </section>
  );
}
