import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findVisitor } from '~/auth/guards.server';
import { findQuizPlace } from '~/flows/find-quiz-place.server';
import { now } from '~/lib/clock';
import { coursePath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import { findReadingSettings, readingIn } from '~/lib/reading-settings';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { QuizInOriginal } from '~/ui/edition-notices';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PrintButton } from '~/ui/print-button';
import { useEdition } from '~/ui/use-edition';
import { findSheet, type Sheet } from './find-sheet.server';
import { SheetForm } from './sheet-form';
import { takeSheet, type RefusedSheet } from './take-sheet.server';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  {
    title: m.common_title({
      page: shown
        ? m.offline_sheet_title({ lesson: shown.lesson.title })
        : m.common_error_404_title(),
    }),
  },
];

async function findPlace({ params, request, context }: LoaderFunctionArgs) {
  const place = await findQuizPlace(context, params, await findVisitor(request, context));
  if (place) return place;
  const lesson = coursePath(findEdition(params), params.slug!, 'lessons', params.lesson!);
  throw redirect(`${lesson}#lesson-end`);
}

export async function loader(args: LoaderFunctionArgs) {
  const { furigana } = readingIn(findReadingSettings(args.request), findEdition(args.params));
  return { ...(await findSheet(args, await findPlace(args))), furigana };
}

/** The whole sheet, without a script. */
export async function action(args: ActionFunctionArgs) {
  const place = await findPlace(args);
  const form = await args.request.formData();
  const refused = await takeSheet(args.context.store, { place, form, at: now() });
  if (refused) return data(refused, { status: refused.reason === 'submitted' ? 409 : 400 });
  const { course, lesson } = place;
  const at = ['lessons', lesson.slug, 'quiz', 'review', String(form.get('attempt'))];
  return redirect(coursePath(findEdition(args.params), course.slug, ...at));
}

function Refusal({ refused, sheet }: { refused: RefusedSheet; sheet: Sheet }) {
  const { reason, questionIds, attemptId } = refused;
  const quiz = coursePath(useEdition(), sheet.slug, 'lessons', sheet.lesson.slug, 'quiz');
  const missing = sheet.questions.flatMap(({ id }, i) =>
    questionIds.includes(id) ? [m.course_quiz_question_number({ number: String(i + 1) })] : [],
  );
  return (
    <Notice kind="error" role="alert">
      {reason === 'unanswered' ? (
        <p>{m.offline_sheet_missing({ questions: missing.join('、') })}</p>
      ) : null}
      {reason === 'changed' ? <p>{m.offline_sheet_changed()}</p> : null}
      {reason === 'unknown' ? <p>{m.offline_sheet_unknown()}</p> : null}
      {reason === 'submitted' ? (
        <>
          <p>{m.offline_sheet_submitted()}</p>
          <p>
            <ButtonLink kind="second" to={`${quiz}/review/${encodeURIComponent(attemptId)}`}>
              {m.offline_handed_review()}
            </ButtonLink>
          </p>
        </>
      ) : null}
    </Notice>
  );
}

export default function SheetPage() {
  const sheet = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const edition = useEdition();
  const lesson = coursePath(edition, sheet.slug, 'lessons', sheet.lesson.slug);
  const title = m.offline_sheet_title({ lesson: sheet.lesson.title });
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={title}
        lead={m.offline_sheet_lead()}
        crumbs={[
          { title: m.course_back(), to: coursePath(edition, sheet.slug) },
          { title: sheet.lesson.title, to: lesson },
          { title },
        ]}
      />
      {sheet.inOriginal ? <QuizInOriginal /> : null}
      {refused ? <Refusal refused={refused} sheet={sheet} /> : null}
      {sheet.isAgain ? <p className="small no-print">{m.offline_sheet_again()}</p> : null}
      <SheetForm sheet={sheet} refused={refused} furigana={sheet.furigana} />
      <div className="row no-print">
        <PrintButton />
        <ButtonLink kind="quiet" to={`${lesson}/quiz`}>
          {m.offline_sheet_to_single()}
        </ButtonLink>
      </div>
      <p className="small">{m.offline_sheet_print_note()}</p>
    </div>
  );
}
