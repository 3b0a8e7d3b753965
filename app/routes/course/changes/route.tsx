import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireLearner } from '~/auth/guards.server';
import { compareTexts, lessonTexts } from '~/content/lesson-changes';
import type { CourseOutline } from '~/content/outline';
import { compareQuizzes } from '~/content/quiz-changes.server';
import { keepKnownVersion } from '~/domain/learning/keep-known-version.server';
import { findRenewal } from '~/flows/find-renewals.server';
import { findStanding } from '~/flows/find-standing.server';
import { readLesson } from '~/flows/read-lesson.server';
import { readQuiz } from '~/flows/read-quiz.server';
import { formatDay, jstDates } from '~/lib/clock';
import { coursePath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { PageHead } from '~/ui/page-head';
import { useEdition } from '~/ui/use-edition';
import { TextChanges } from './text-changes';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: m.common_title({ page: data ? m.reading_changes_of({ lesson: data.title }) : '' }) },
];

async function findChanged({ params, request, context }: LoaderFunctionArgs) {
  const edition = findEdition(params);
  const { personId } = await requireLearner(request, context);
  const { store, content } = context;
  const known = { slug: params.slug!, personId, programmes: content.programmes };
  const standing = await findStanding(store.read, known);
  const { lessons = [] } = standing?.course.version.outline ?? {};
  const lesson = lessons.find(({ slug }) => slug === params.lesson);
  if (!standing || !lesson) throw new Response(null, { status: 404 });
  const here = coursePath(edition, standing.course.slug, 'lessons', lesson.slug);
  return { edition, standing, lesson, here };
}

/** Somebody for whom nothing changed is at the lesson itself. */
export async function loader(args: LoaderFunctionArgs) {
  const db = args.context.store.read;
  const { edition, standing, lesson, here } = await findChanged(args);
  const renewal = await findRenewal(db, standing, lesson);
  if (!renewal) throw redirect(here);
  const { version } = renewal;
  const { course } = standing;
  const wordsIn = (of: CourseOutline) => edition && of.editions?.[edition]?.lessons[lesson.id];
  const [then, now] = [wordsIn(version.outline), wordsIn(course.version.outline)];
  // Where the edition is younger than what she knows, the originals are compared.
  const [before, after] = then && now ? [then, now] : [renewal.before, lesson];
  const quizOf = async (hash: string | null) => (hash ? await readQuiz(db, { hash }) : null);
  const versionWords = ({ number, publishedAt }: { number: number; publishedAt: Date }) => ({
    number: String(number),
    day: formatDay(jstDates(publishedAt).day, edition),
  });
  return {
    here,
    title: now?.title ?? lesson.title,
    course: { slug: course.slug, title: course.version.outline.title },
    from: versionWords(version),
    to: versionWords(course.version),
    text: compareTexts(
      lessonTexts(await readLesson(db, { hash: before.lessonHash })),
      lessonTexts(await readLesson(db, { hash: after.lessonHash })),
    ),
    quiz: compareQuizzes(await quizOf(before.quizHash), await quizOf(after.quizHash)),
  };
}

/** 「変わったところを見ました」 */
export async function action(args: ActionFunctionArgs) {
  const { standing, lesson, here } = await findChanged(args);
  if (!standing.enrolment) throw redirect(here);
  const { version } = standing.course;
  const seen = { enrolmentId: standing.enrolment.id, lessonId: lesson.id, versionId: version.id };
  await args.context.store.tx((db) => keepKnownVersion(db, seen));
  return redirect(here);
}

type Shown = Awaited<ReturnType<typeof loader>>;

function Questions({ quiz }: { quiz: Shown['quiz'] }) {
  if (quiz.questions.length === 0) {
    return <p>{quiz.isBehind ? m.reading_changes_quiz_behind() : m.reading_changes_quiz_same()}</p>;
  }
  return quiz.questions.map(({ number, changes }, i) => (
    <section key={i} className="stack-s">
      <h3>
        {number === null
          ? m.reading_changes_question_gone()
          : m.reading_changes_question({ number: String(number) })}
      </h3>
      <TextChanges changes={changes} />
    </section>
  ));
}

export default function ChangesPage() {
  const edition = useEdition();
  const { here, title, course, from, to, text, quiz } = useLoaderData<typeof loader>();
  const isSameText = text.every(({ kind }) => kind === 'same');
  return (
    <div className="wrap stack-l">
      <PageHead
        title={m.reading_changes_of({ lesson: title })}
        lead={m.reading_changes_lead({
          ...{ from: from.number, fromDay: from.day },
          ...{ to: to.number, toDay: to.day },
        })}
        crumbs={[
          { title: m.common_home(), to: '/' },
          { title: course.title, to: coursePath(edition, course.slug) },
          { title, to: here },
          { title: m.reading_changes_title() },
        ]}
      />
      <p>{m.reading_changes_kept()}</p>
      <section className="stack" aria-labelledby="text">
        <h2 id="text">{m.reading_changes_text()}</h2>
        {isSameText ? <p>{m.reading_changes_text_same()}</p> : <TextChanges changes={text} />}
      </section>
      <section className="stack" aria-labelledby="questions">
        <h2 id="questions">{m.reading_changes_quiz()}</h2>
        <Questions quiz={quiz} />
      </section>
      <form method="post" className="stack-s">
        <p className="row">
          <Button>{m.reading_changes_known()}</Button>
          <ButtonLink kind="second" to={here}>
            {m.reading_changes_to_lesson()}
          </ButtonLink>
        </p>
        <p className="small">{m.reading_changes_known_hint()}</p>
      </form>
    </div>
  );
}
