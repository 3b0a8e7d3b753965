import type { Lesson } from '~/content/lesson';
import * as m from '~/paraglide/messages';
import { InlineText } from '~/ui/lesson-body';
import { Notice } from '~/ui/notice';

type ContentNoteProps = {
  note: NonNullable<Lesson['contentNote']>;
  furigana: boolean;
  next: { title: string; to: string } | null;
};

/** What the lesson touches, before it does, with a way past it. Nothing is recorded about going that way. */
export function ContentNote({ note, furigana, next }: ContentNoteProps) {
  return (
    <Notice kind="care" title={m.course_note_title()}>
      <p>
        <InlineText value={note.about} furigana={furigana} />
      </p>
      <p>
        <InlineText value={note.skip} furigana={furigana} />
      </p>
      <ul className="plain links">
        <li>
          <a className="inline-flex min-h-[44px] items-center" href="#lesson-end">
            {m.course_note_skip_end()}
          </a>
        </li>
        {next ? (
          <li>
            <a className="inline-flex min-h-[44px] items-center" href={next.to}>
              {m.course_note_skip_lesson({ lesson: next.title })}
            </a>
          </li>
        ) : null}
      </ul>
      <p className="small">{m.course_note_nothing()}</p>
    </Notice>
  );
}
