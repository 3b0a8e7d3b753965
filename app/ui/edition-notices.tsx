import { hreflangOf, langOf, type Edition, type Languages } from '~/lib/edition';
import * as m from '~/paraglide/messages';
import { ButtonLink } from './button';
import { Notice } from './notice';
import { useEdition } from './use-edition';

/** Each invitation in the language it leads to. */
const INVITATIONS: { edition: Edition | null; words: () => string }[] = [
  { edition: null, words: () => m.editions_original_link({}, { locale: 'ja' }) },
  { edition: 'easy', words: () => m.editions_easy_link({}, { locale: 'ja' }) },
  { edition: 'en', words: () => m.editions_en_link({}, { locale: 'en' }) },
];

function OtherEditions({ languages }: { languages: Languages }) {
  const here = useEdition();
  return (
    <p className="row">
      {INVITATIONS.map(({ edition, words }) => {
        const to = edition === here ? null : languages[edition ?? 'ja'];
        return to ? (
          <ButtonLink
            key={to}
            to={to}
            kind={edition ? 'quiet' : 'second'}
            lang={langOf(edition)}
            hrefLang={hreflangOf(edition)}
          >
            {words()}
          </ButtonLink>
        ) : null;
      })}
    </p>
  );
}

/** This edition lacks the lesson. */
export function LessonNotThere({ languages }: { languages: Languages }) {
  return (
    <Notice title={m.editions_missing_lesson_title()}>
      <p>{m.editions_missing_lesson()}</p>
      <OtherEditions languages={languages} />
    </Notice>
  );
}

/** This edition lacks the whole course. */
export function CourseNotThere({ languages }: { languages: Languages }) {
  return (
    <Notice title={m.editions_missing_course_title()}>
      <p>{m.editions_missing_course()}</p>
      <OtherEditions languages={languages} />
    </Notice>
  );
}

/** The text was made from an original that has changed since. */
export function OlderEdition({ languages }: { languages: Languages }) {
  return (
    <Notice kind="warm" title={m.editions_older_title()}>
      <p>{m.editions_older()}</p>
      <OtherEditions languages={{ ...languages, easy: null, en: null }} />
    </Notice>
  );
}

export function QuizInOriginal() {
  return (
    <Notice title={m.editions_quiz_original_title()}>
      <p>{m.editions_quiz_original()}</p>
    </Notice>
  );
}
