import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { coursePath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import { findReadingSettings, readingIn } from '~/lib/reading-settings';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { QuizInOriginal } from '~/ui/edition-notices';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PastAttempts } from '~/ui/past-attempts';
import { useEdition } from '~/ui/use-edition';
import { findReview } from './find-review.server';
import { QuestionReview } from './question-review';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: m.common_title({
      page: data
        ? m.course_review_title({ lesson: data.lesson.title })
        : m.common_error_404_title(),
    }),
  },
];

export async function loader(args: LoaderFunctionArgs) {
  const { furigana } = readingIn(findReadingSettings(args.request), findEdition(args.params));
  return { ...(await findReview(args)), furigana };
}

type Shown = Awaited<ReturnType<typeof loader>>;

/** On to what comes next; trying again is always open. */
function Onward({ slug, lesson, lessonDone, finished, next }: Shown) {
  const edition = useEdition();
  return (
    <div className="row">
      {finished ? (
        <ButtonLink to={coursePath(edition, slug, 'finish')}>{m.course_to_finish()}</ButtonLink>
      ) : lessonDone && next ? (
        <ButtonLink to={next.to}>{m.course_next_lesson({ lesson: next.title })}</ButtonLink>
      ) : lessonDone ? (
        <ButtonLink to={coursePath(edition, slug)}>{m.course_back()}</ButtonLink>
      ) : null}
      <form method="post" action={coursePath(edition, slug, 'start')}>
        <input type="hidden" name="lesson" value={lesson.slug} />
        <input type="hidden" name="quiz" value="on" />
        <Button kind={lessonDone ? 'second' : 'first'}>{m.course_quiz_start_again()}</Button>
      </form>
    </div>
  );
}

export default function ReviewPage() {
  const edition = useEdition();
  const shown = useLoaderData<typeof loader>();
  const { slug, lesson, address, total, right, enough, past, attemptId, furigana } = shown;
  const title = m.course_review_title({ lesson: lesson.title });
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={title}
        crumbs={[
          { title: m.course_back(), to: coursePath(edition, slug) },
          { title: lesson.title, to: address },
          { title },
        ]}
      />
      <Notice
        kind={enough ? 'done' : 'warm'}
        title={m.course_review_count({ total: String(total), right: String(right) })}
      >
        <p>{enough ? m.course_review_enough() : m.course_review_almost()}</p>
        {shown.finished ? <p>{m.course_review_thanks()}</p> : null}
      </Notice>
      {shown.inOriginal ? <QuizInOriginal /> : null}
      {shown.questions.map((question, i) => (
        <QuestionReview
          key={question.id}
          question={question}
          number={i + 1}
          furigana={furigana}
          lang={shown.inOriginal ? 'ja' : undefined}
        />
      ))}
      <div className="stack">
        <p>{m.course_review_rest()}</p>
        <Onward {...shown} />
      </div>
      <PastAttempts attempts={past} review={`${address}/quiz/review`} hereId={attemptId} />
    </div>
  );
}
