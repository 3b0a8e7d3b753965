import { renderToStaticMarkup } from 'react-dom/server';
import { withBlockIds } from '~/content/blocks';
import type { Lesson } from '~/content/lesson';
import { Recent } from '~/lib/recent';
import { getLocale } from '~/paraglide/runtime';
import { LessonBody } from '~/ui/lesson-body';

const KEPT_BODIES = 300;
const bodies = new Recent<string>(KEPT_BODIES);

/** The text of a lesson as HTML. Under its hash it never changes, nor do the words of its parts in one language, so it is drawn once and not for every reader. */
export async function drawBody(
  hash: string,
  body: Lesson['body'],
  furigana: boolean,
): Promise<string> {
  return await bodies.get(`${hash}:${furigana}:${getLocale()}`, async () =>
    renderToStaticMarkup(<LessonBody nodes={withBlockIds(body)} furigana={furigana} />),
  );
}
