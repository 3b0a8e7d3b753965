import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  CONTINUE_CODE_LENGTH,
  readContinueCode,
  type ReadContinueCode,
} from '~/auth/continue-code.server';
import { findVisitor } from '~/auth/guards.server';
import { endAllSessions, startSession } from '~/auth/session.server';
import { claimLearning } from '~/flows/claim-learning.server';
import { normaliseCode } from '~/lib/code';
import { formatTime, now } from '~/lib/clock';
import { entryPath } from '~/lib/course-path';
import { findEdition, type Edition } from '~/lib/edition';
import { languagesAt, pathIn } from '~/lib/edition-path';
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Field, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { useEdition } from '~/ui/use-edition';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.account_continue_title() }) },
];

function comingFrom(request: Request, edition: Edition | null): string {
  return samePlace(new URL(request.url).searchParams.get('to'), pathIn(edition, '/my'));
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const to = comingFrom(request, findEdition(params));
  const visitor = await findVisitor(request, context);
  const languages = languagesAt('/continue', to);
  return { to, languages, into: visitor?.registered ? visitor.name : null };
}

/**
 * Goes on with another device's learning. What was learned here comes along: into the account of
 * whoever is signed in, else this device becomes the learner's whose code it is.
 */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const edition = findEdition(params);
  const schema = z.object({
    code: z
      .string({ error: () => m.account_continue_empty() })
      .max(100, { error: () => m.account_continue_length() })
      .refine((code) => normaliseCode(code).length === CONTINUE_CODE_LENGTH, {
        error: () => m.account_continue_length(),
      }),
  });
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== 'success') return data(submission.reply(), 400);

  const at = now();
  const read = await readContinueCode(context, { typed: submission.value.code, at });
  if (!read.ok) {
    const status = read.reason === 'slow-down' ? 429 : 400;
    return data(submission.reply({ fieldErrors: { code: [wordsFor(read)] } }), status);
  }

  const visitor = await findVisitor(request, context);
  const { programmes } = context.content;
  const to = comingFrom(request, edition);
  if (visitor?.registered) {
    const claim = { fromPersonId: read.personId, toPersonId: visitor.personId, programmes, at };
    await claimLearning(context, claim);
    await endAllSessions(context, read.personId);
    return redirect(to);
  }
  if (visitor?.personId === read.personId) return redirect(to);
  if (visitor) {
    const claim = { fromPersonId: visitor.personId, toPersonId: read.personId, programmes, at };
    await claimLearning(context, claim);
    await endAllSessions(context, visitor.personId);
  }
  const { setCookie } = await startSession(context, read.personId, {
    way: 'code',
    request,
  });
  return redirect(to, { headers: { 'Set-Cookie': setCookie } });
}

function wordsFor(read: Extract<ReadContinueCode, { ok: false }>): string {
  switch (read.reason) {
    case 'unknown':
      return m.account_continue_unknown();
    case 'expired':
      return m.account_continue_expired();
    case 'ended':
      return m.account_continue_ended();
    case 'slow-down':
      return m.account_slow_down({ time: formatTime(read.retryAt) });
  }
}

export default function Continue() {
  const edition = useEdition();
  const { to, into } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ code: string }>({
    id: 'continue',
    lastResult: useActionData<typeof action>(),
  });
  const search = `?to=${encodeURIComponent(to)}`;
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.account_continue_title()}
        lead={m.account_continue_lead()}
        crumbs={[
          { title: m.common_home(), to: entryPath(edition) },
          { title: m.account_continue_title() },
        ]}
      />
      {into ? (
        <Notice>
          <p>{m.account_continue_into({ name: into })}</p>
        </Notice>
      ) : null}
      <PostForm form={form} className="stack" action={pathIn(edition, '/continue') + search}>
        <Field
          meta={fields.code}
          label={m.account_continue_code()}
          hint={m.account_continue_code_hint()}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button>{m.account_continue_button()}</Button>
      </PostForm>
      {into ? null : (
        <section className="stack-s">
          <h2>{m.account_other_ways()}</h2>
          <p className="row">
            <ButtonLink to={pathIn(edition, '/sign-in') + search} kind="second">
              {m.account_sign_in_button()}
            </ButtonLink>
            <ButtonLink to={entryPath(edition)} kind="second">
              {m.account_continue_start()}
            </ButtonLink>
          </p>
          <p>{m.account_continue_new()}</p>
        </section>
      )}
    </div>
  );
}
