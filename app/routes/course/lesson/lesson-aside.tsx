import { coursePath } from '~/lib/course-path';
import * as m from '~/paraglide/messages';
import { Thread, type ThreadStep } from '~/ui/thread';
import { useEdition } from '~/ui/use-edition';

type LessonAsideProps = {
  slug: string;
  courseTitle: string;
  lessons: { id: string; slug: string; title: string; isThere: boolean; done: boolean }[];
  lessonId: string;
  index: number;
  minutesLeft: number;
  begun: boolean;
};

/** Where one stands in the course. On a narrow screen the list of lessons is folded. */
export function LessonAside(props: LessonAsideProps) {
  const edition = useEdition();
  const { slug, courseTitle, lessons, lessonId, index, minutesLeft, begun } = props;
  const steps: ThreadStep[] = lessons.map((lesson) => ({
    key: lesson.id,
    title: lesson.isThere ? lesson.title : <span lang="ja">{lesson.title}</span>,
    to: coursePath(edition, slug, 'lessons', lesson.slug),
    state: lesson.id === lessonId ? 'here' : lesson.done ? 'done' : 'ahead',
  }));
  const where = m.course_lesson_of({ total: String(lessons.length), number: String(index + 1) });
  const left =
    begun && minutesLeft > 0 ? m.course_minutes_left({ minutes: String(minutesLeft) }) : '';
  const standing = `${where}　${left}`.trim();
  return (
    <aside className="lesson-aside stack" aria-label={m.course_aside_label()}>
      <a className="small inline-flex min-h-[44px] items-center" href={coursePath(edition, slug)}>
        ← {courseTitle}
      </a>
      <progress
        className="progress"
        value={lessons.filter(({ done }) => done).length}
        max={lessons.length}
        aria-label={standing}
      />
      <div className="stack-s hidden min-[54rem]:block">
        <p className="small">{standing}</p>
        <Thread label={m.course_aside_label()} steps={steps} />
      </div>
      <details className="min-[54rem]:hidden">
        <summary>
          {m.course_aside_open()} <span className="small">{standing}</span>
        </summary>
        <Thread label={m.course_aside_label()} steps={steps} />
      </details>
    </aside>
  );
}
