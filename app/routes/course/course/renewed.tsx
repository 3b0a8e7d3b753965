import { coursePath } from '~/lib/course-path';
import * as m from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { useEdition } from '~/ui/use-edition';

export type RenewedLesson = { slug: string; title: string; isAdded: boolean };

/** What changed in the course since she learned in it. */
export function Renewed({ slug, lessons }: { slug: string; lessons: RenewedLesson[] }) {
  const edition = useEdition();
  if (lessons.length === 0) return null;
  return (
    <Notice title={m.reading_renewed_title()}>
      <p>{m.reading_renewed_lead()}</p>
      <ul className="dots">
        {lessons.map((lesson) => (
          <li key={lesson.slug}>
            <a href={coursePath(edition, slug, 'lessons', lesson.slug)}>{lesson.title}</a>
            {'　'}
            {lesson.isAdded ? (
              m.reading_renewed_added()
            ) : (
              <a href={coursePath(edition, slug, 'lessons', lesson.slug, 'changes')}>
                {m.reading_changed_link()}
                <span className="sr-only">{lesson.title}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
