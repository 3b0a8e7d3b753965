import * as m from '~/paraglide/messages';

type KeepCourseProps = {
  /** Address of the course's own page, in this edition. */
  path: string;
  title: string;
  lessons: { slug: string; questionCount: number }[];
  /** Of the course, as it is published now. */
  version: string;
};

/** Says what of a course this device keeps. Comes into view only where the browser can keep it. */
export function KeepCourse({ path, title, lessons, version }: KeepCourseProps) {
  const pages = lessons.flatMap(({ slug, questionCount }) => {
    const lesson = `${path}/lessons/${slug}`;
    return questionCount > 0 ? [lesson, `${lesson}/quiz/sheet`] : [lesson];
  });
  const numbers = { total: '{total}', kept: '{kept}' };
  return (
    <section
      className="card stack-s no-print"
      aria-labelledby="keep-course"
      hidden
      data-enhance="keep-course"
      data-path={path}
      data-title={title}
      data-pages={pages.join(' ')}
      data-version={version}
      data-all={m.offline_keep_all(numbers)}
      data-working={m.offline_keep_working(numbers)}
      data-none={m.offline_keep_none()}
      data-full={m.offline_keep_full(numbers)}
      data-media={m.offline_keep_media()}
      data-size={m.offline_keep_size({ size: '{size}' })}
    >
      <h2 id="keep-course">{m.offline_keep_title()}</h2>
      <p role="status" data-keep-status="" />
      <p className="small" data-keep-size="" hidden />
      <div className="row">
        <button type="button" className="btn second" data-keep-do="" hidden>
          {m.offline_keep_do()}
        </button>
        <button type="button" className="btn quiet" data-keep-remove="" hidden>
          {m.offline_keep_remove()}
        </button>
      </div>
    </section>
  );
}

/** Keeps the course of a lesson on this device without a word. */
export function KeepQuietly({ path }: { path: string }) {
  return <span hidden data-enhance="keep-course" data-path={path} />;
}
