import { coursePath, entryPath } from '~/lib/course-path';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { PageHead } from '~/ui/page-head';
import { useEdition } from '~/ui/use-edition';

type Step = { slug: string; title: string } & (
  | { kind: 'read' }
  | { kind: 'answer'; count: number }
  | { kind: 'again'; count: number; needed: number; best: number }
);

type Props = { course: { slug: string; title: string }; begun: boolean; missing: Step[] };

function wordsFor(step: Step): string {
  switch (step.kind) {
    case 'read':
      return m.my_notyet_read();
    case 'answer':
      return m.my_notyet_answer({ count: String(step.count) });
    case 'again':
      return m.my_notyet_again({
        count: String(step.count),
        needed: String(step.needed),
        best: String(step.best),
      });
  }
}

function leadOf(begun: boolean, count: number): string {
  if (!begun) return m.my_notyet_none();
  return count > 0 ? m.my_notyet_lead() : m.my_notyet_live();
}

export function titleOf(begun: boolean, count: number): string {
  if (!begun) return m.my_notyet_title_none();
  return count > 0 ? m.my_notyet_title({ count: String(count) }) : m.my_notyet_live_title();
}

/** What is still missing, lesson by lesson, with the way there. */
export function NotYet({ course, begun, missing }: Props) {
  const edition = useEdition();
  const { slug, title } = course;
  const lessonAt = (step: Step) => coursePath(edition, slug, 'lessons', step.slug);
  const page = titleOf(begun, missing.length);
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={page}
        lead={leadOf(begun, missing.length)}
        crumbs={[
          { title: m.common_home(), to: entryPath(edition) },
          { title, to: coursePath(edition, slug) },
          { title: page },
        ]}
      />
      {begun ? (
        <ol className="plain stack">
          {missing.map((step, i) => (
            <Card as="li" key={step.slug}>
              <div className="row between">
                <div className="min-w-0 grow basis-40">
                  <h2 className="text-lg">{step.title}</h2>
                  <p>{wordsFor(step)}</p>
                </div>
                <p className="row">
                  {step.kind === 'again' ? (
                    <ButtonLink
                      to={`${lessonAt(step)}/quiz`}
                      kind={i === 0 ? 'first' : 'second'}
                      aria-label={m.my_notyet_quiz({ title: step.title })}
                    >
                      {m.my_notyet_questions()}
                    </ButtonLink>
                  ) : null}
                  <ButtonLink
                    to={lessonAt(step)}
                    kind={step.kind === 'again' ? 'quiet' : i === 0 ? 'first' : 'second'}
                    aria-label={m.my_notyet_lesson({ title: step.title })}
                  >
                    {m.my_notyet_open()}
                  </ButtonLink>
                </p>
              </div>
            </Card>
          ))}
        </ol>
      ) : (
        <p>
          <ButtonLink to={coursePath(edition, slug)}>{m.my_notyet_begin()}</ButtonLink>
        </p>
      )}
    </div>
  );
}
