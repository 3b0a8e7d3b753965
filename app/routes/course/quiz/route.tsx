import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { answerQuestion } from '~/flows/answer-question.server';
import { submitQuiz } from '~/flows/submit-quiz.server';
import { now } from '~/lib/clock';
import { coursePath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import { findReadingSettings, readingIn } from '~/lib/reading-settings';
import { readResponse, typedPlaces } from '~/lib/read-response';
import * as m from '~/paraglide/messages';
import { QuizInOriginal } from '~/ui/edition-notices';
import { CheckAnswers } from './check-answers';
import { findPlace, findQuizView } from './find-quiz-view.server';
import { QuestionForm } from './question-form';
import { StartPanel } from './start-panel';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  {
    title: m.common_title({
      page: shown
        ? m.course_quiz_title({ lesson: shown.lesson.title })
        : m.common_error_404_title(),
    }),
  },
];

function lessonOf({ params }: LoaderFunctionArgs) {
  return coursePath(findEdition(params), params.slug!, 'lessons', params.lesson!);
}

/** `?q=2` shows the second question, `?q=check` all answers; without it, the first one not answered yet. */
export async function loader(args: LoaderFunctionArgs) {
  const place = await findPlace(args);
  if (!place) throw redirect(`${lessonOf(args)}#lesson-end`);
  const { furigana } = readingIn(findReadingSettings(args.request), findEdition(args.params));
  const view = await findQuizView(args, place);
  if (view.state === 'closed') return { ...view, furigana };

  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get('q');
  const checking = asked === 'check';
  const number = Number(asked);
  if (!checking && !view.questions[number - 1]) {
    const first = view.questions.findIndex(({ response }) => !response);
    throw redirect(`${lessonOf(args)}/quiz?q=${first < 0 ? 'check' : first + 1}`);
  }
  return { ...view, furigana, number: checking ? null : number, back: searchParams.has('back') };
}

/** A form of the page: an answer to save, or `intent=submit` for all of them. */
export async function action(args: ActionFunctionArgs) {
  const place = await findPlace(args);
  if (!place) throw redirect(`${lessonOf(args)}#lesson-end`);
  const { store } = args.context;
  const { personId, programme, course } = place;
  const form = await args.request.formData();
  const attemptId = String(form.get('attempt'));
  const quiz = `${lessonOf(args)}/quiz`;
  const review = `${quiz}/review/${encodeURIComponent(attemptId)}`;
  const at = now();

  if (form.get('intent') === 'submit') {
    const submitted = await submitQuiz(store, {
      attemptId,
      personId,
      courseId: course.id,
      programme,
      at,
    });
    if (submitted.ok) return redirect(review);
    return data({ reason: submitted.reason, places: {} }, { status: 400 });
  }
  const response = readResponse(form);
  const questionId = String(form.get('question'));
  const saved = await answerQuestion(store, {
    attemptId,
    personId,
    questionId,
    response,
    answeredAt: at,
    at,
  });
  if (!saved.ok) {
    if (saved.reason === 'submitted') return redirect(review);
    return data({ reason: saved.reason, places: typedPlaces(form) }, { status: 400 });
  }
  return redirect(`${quiz}?q=${nextOf(args.request.url, form.get('next'))}`);
}

/** From the list of answers one goes back to it; else on to what the form names. */
function nextOf(url: string, next: FormDataEntryValue | null): string {
  if (new URL(url).searchParams.has('back')) return 'check';
  return typeof next === 'string' && /^\d{1,2}$/.test(next) ? next : 'check';
}

export default function QuizPage() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { furigana } = shown;
  return (
    <div className="wrap narrow">
      {shown.state === 'open' && shown.inOriginal ? <QuizInOriginal /> : null}
      {shown.state === 'closed' ? (
        <StartPanel quiz={shown} unknown={refused?.reason === 'unknown-attempt'} />
      ) : shown.number === null ? (
        <CheckAnswers quiz={shown} furigana={furigana} refused={refused !== undefined} />
      ) : (
        <QuestionForm quiz={shown} number={shown.number} furigana={furigana} refused={refused} />
      )}
    </div>
  );
}
