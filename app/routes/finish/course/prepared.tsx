import type { Programme } from '~/content/library';
import type { AskedAtEnd } from '~/flows/ask-at-end.server';
import type { ShownPart } from '~/flows/find-parts-standing.server';
import { coursePath, helpPath } from '~/lib/course-path';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { ProgrammeParts } from '~/ui/programme-parts';
import { useEdition } from '~/ui/use-edition';
import { AskAtEnd } from './ask-at-end';
import { WhatComesNext, type After } from './what-comes-next';

type Props = {
  course: { slug: string; title: string };
  day: string;
  parts: ShownPart[];
  chosenBy: string | null;
  /** Null where nothing is held with a teacher. */
  live: Programme['live'] | null;
  after: After;
  asked: AskedAtEnd;
};

/** One course is finished, and the programme asks for more: another part, or the time with a teacher. */
export function Prepared({ course, day, parts, chosenBy, live, after, asked }: Props) {
  const edition = useEdition();
  const next = parts
    .filter(({ doneAt }) => doneAt === null)
    .flatMap(({ courses }) => courses)
    .find(({ title, finished }) => title && !finished);
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.programmes_prepared_title()}
        lead={m.programmes_prepared_course({ course: course.title, day })}
      />
      <Notice kind="done" title={m.my_finish_thanks()}>
        <p>{next ? m.programmes_prepared_more() : m.programmes_prepared_all()}</p>
        {next?.title ? (
          <p>
            <ButtonLink to={coursePath(edition, next.slug)}>
              {m.programmes_prepared_open({ title: next.title })}
            </ButtonLink>
          </p>
        ) : null}
      </Notice>
      {live ? (
        <Notice kind="warm" title={m.programmes_live_title()}>
          <p>{m.programmes_live_minutes({ minutes: String(live.minutes) })}</p>
          <p>{m.programmes_prepared_live_where()}</p>
        </Notice>
      ) : null}
      <ProgrammeParts parts={parts} chosenBy={chosenBy} />
      <AskAtEnd asked={asked} />
      <WhatComesNext after={after} here={coursePath(edition, course.slug, 'finish')} />
      <Notice kind="care" title={m.my_finish_care_title()}>
        <p>{m.my_finish_care()}</p>
        <p>
          <a href={helpPath(edition)}>{m.my_finish_care_link()}</a>
        </p>
      </Notice>
    </div>
  );
}
