import type { AskedAtEnd } from '~/flows/ask-at-end.server';
import { coursePath } from '~/lib/course-path';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { ChooseFollowUp } from '~/ui/follow-up-choice';
import { useEdition } from '~/ui/use-edition';

/** A minute's questions, and whether she may be asked once more later. Both may be left. */
export function AskAtEnd({ asked: { slug, after, followUp } }: { asked: AskedAtEnd }) {
  const edition = useEdition();
  return (
    <>
      {after ? (
        <Card as="section" className="no-print">
          <h2>{m.questionnaire_offer_after_title()}</h2>
          {after === 'answered' ? (
            <p>{m.questionnaire_answered()}</p>
          ) : (
            <>
              <p>{m.questionnaire_offer_after()}</p>
              <p>
                <ButtonLink to={coursePath(edition, slug, 'questions', 'after')} kind="second">
                  {m.questionnaire_offer_link()}
                </ButtonLink>
              </p>
            </>
          )}
        </Card>
      ) : null}
      {followUp ? <ChooseFollowUp slug={slug} choice={followUp} /> : null}
    </>
  );
}
