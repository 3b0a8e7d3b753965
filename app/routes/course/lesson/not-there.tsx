import { coursePath } from '~/lib/course-path';
import type { Languages } from '~/lib/edition';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { LessonNotThere } from '~/ui/edition-notices';
import { useEdition } from '~/ui/use-edition';

type NotThereProps = {
  slug: string;
  title: string;
  languages: Languages;
  next: { slug: string; title: string; isThere: boolean } | null;
};

/** In place of a lesson that this edition lacks. Its title is the original's. */
export function NotThere({ slug, title, languages, next }: NotThereProps) {
  const edition = useEdition();
  return (
    <article className="lesson stack">
      <h1 lang="ja">{title}</h1>
      <LessonNotThere languages={languages} />
      <p className="row">
        {next ? (
          <ButtonLink kind="second" to={coursePath(edition, slug, 'lessons', next.slug)}>
            {m.editions_missing_next()}
          </ButtonLink>
        ) : null}
        <ButtonLink kind="quiet" to={coursePath(edition, slug)}>
          {m.course_back()}
        </ButtonLink>
      </p>
    </article>
  );
}
