import { helpPath, nextStepPath } from '~/lib/course-path';
import type { ShownWindow } from '~/lib/shown-window';
import * as m from '~/paraglide/messages';
import { Card } from '~/ui/card';
import { CallLink, OpenNow } from '~/ui/help-window';
import { ChooseStep, ChosenStep, type ShownStep } from '~/ui/next-step';
import { useEdition } from '~/ui/use-edition';

type Course = { title: string; to: string; minutes: string };

export type After = {
  step: ShownStep | null;
  contacts: ShownWindow[];
  further: { same: Course[]; other: Course[] };
};

/** A step to choose, where to turn nearby, and what could be learned next. */
export function WhatComesNext({ after, here }: { after: After; here: string }) {
  const { step, contacts, further } = after;
  return (
    <>
      {step ? <Step step={step} here={here} /> : null}
      <Contacts contacts={contacts} />
      <Further {...further} />
    </>
  );
}

/** A refused choice is answered on the page of the step itself, which knows the list again. */
function Step({ step, here }: { step: ShownStep; here: string }) {
  const edition = useEdition();
  const to = `${here}#step`;
  const own = new URLSearchParams({ family: step.family, to });
  return (
    <section className="stack-s" aria-labelledby="step">
      <h2 id="step">{m.directory_step_title()}</h2>
      <p>{m.directory_step_lead()}</p>
      {step.chosen ? (
        <ChosenStep step={step} action={nextStepPath(edition)} to={to} />
      ) : (
        <ChooseStep step={step} action={`${nextStepPath(edition)}?${own}`} to={to} />
      )}
    </section>
  );
}

function Contacts({ contacts }: { contacts: ShownWindow[] }) {
  const edition = useEdition();
  const original = edition === 'en' ? 'ja' : undefined;
  return (
    <section className="stack-s" aria-labelledby="contacts">
      <h2 id="contacts">{m.directory_contacts_title()}</h2>
      <p>{m.directory_contacts_lead()}</p>
      <ul className="plain stack-s">
        {contacts.map((window) => (
          <Card as="li" key={window.id}>
            <h3 lang={window.isTranslated ? undefined : original}>{window.name}</h3>
            <p lang={window.isTranslated ? undefined : original}>{window.forWhom}</p>
            <CallLink window={window} />
            <OpenNow window={window} />
            {window.find ? (
              <p className="small" lang={original}>
                {window.find}
              </p>
            ) : null}
          </Card>
        ))}
      </ul>
      <ul className="dots">
        <li>
          <a href={helpPath(edition)}>{m.directory_contacts_all()}</a>
        </li>
        <li>
          <a href="/memo" hrefLang="ja">
            {m.directory_contacts_memo()}
          </a>
        </li>
      </ul>
    </section>
  );
}

function Further({ same, other }: After['further']) {
  const lists = [
    { title: m.directory_further_same(), courses: same },
    { title: m.directory_further_other(), courses: other },
  ].filter(({ courses }) => courses.length > 0);
  if (lists.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby="further">
      <h2 id="further">{m.directory_further_title()}</h2>
      {lists.map(({ title, courses }) => (
        <div key={title} className="stack-s">
          <h3>{title}</h3>
          <ul className="dots">
            {courses.map((course) => (
              <li key={course.to}>
                <a href={course.to}>{course.title}</a>{' '}
                <span className="small">
                  {m.directory_further_minutes({ minutes: course.minutes })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
