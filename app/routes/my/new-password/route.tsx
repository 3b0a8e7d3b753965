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
import { requireRegistered } from '~/auth/guards.server';
import { passwordRefusal, type PasswordRefusal } from '~/auth/password-refusal';
import { placeAfterSignIn } from '~/auth/place-after-sign-in';
import { rotateSession } from '~/auth/session.server';
import { findPerson } from '~/domain/people/find-person.server';
import { isDemoAccount } from '~/flows/demo/is-demo-account.server';
import {
  maySetPassword,
  SET_MINUTES,
  setPasswordAfterLink,
} from '~/flows/set-password-after-link.server';
import { now } from '~/lib/clock';
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Field, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { ShowPassword } from '~/ui/show-password';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.letters_new_title() }) },
];

const refusalWords: Record<PasswordRefusal, () => string> = {
  'too-short': m.account_new_password_too_short,
  'too-long': m.account_new_password_too_long,
  common: m.account_new_password_common,
  own: m.account_new_password_own,
};

/**
 * Somebody with an account. Staff show their second factor before they change how they come in; the
 * people of a demo, whose passwords everybody knows, keep theirs.
 */
async function requireWhole(request: Request, context: LoaderFunctionArgs['context']) {
  const visitor = await requireRegistered(request, context);
  if (visitor.awaitsSecondFactor) throw redirect('/sign-in/second?to=/my/password/new');
  if (await isDemoAccount(context.store.read, visitor)) {
    const to = new URL(request.url).searchParams.get('to');
    throw redirect(placeAfterSignIn(visitor, to));
  }
  return visitor;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visitor = await requireWhole(request, context);
  const { searchParams } = new URL(request.url);
  const to = searchParams.get('to');
  return {
    to: to && samePlace(to),
    next: placeAfterSignIn(visitor, to),
    isDone: searchParams.has('done'),
    maySet: await maySetPassword(context, visitor, now()),
    minutes: String(SET_MINUTES),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visitor = await requireWhole(request, context);
  const person = await findPerson(context.store.read, { id: visitor.personId });
  const own = [visitor.number, person?.email ?? null, visitor.name];
  const schema = z.object({
    password: z.string({ error: () => m.letters_new_empty() }).check((ctx) => {
      const refusal = passwordRefusal(ctx.value, own);
      if (refusal)
        ctx.issues.push({ code: 'custom', message: refusalWords[refusal](), input: ctx.value });
    }),
  });
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== 'success') {
    return data(submission.reply({ hideFields: ['password'] }), 400);
  }
  const { password } = submission.value;
  const isSet = await setPasswordAfterLink(context, { visitor, password, at: now() });
  const { searchParams } = new URL(request.url);
  const query = new URLSearchParams({ to: searchParams.get('to') ?? '' });
  if (!isSet) return redirect(`/my/password/new?${query}`, 303);
  query.set('done', '1');
  const rotated = await rotateSession(request, context);
  const headers = rotated ? { 'Set-Cookie': rotated.setCookie } : undefined;
  return redirect(`/my/password/new?${query}`, { status: 303, headers });
}

export default function NewPassword() {
  const { to, next, isDone, maySet, minutes } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ password: string }>({
    id: 'new-password',
    lastResult: useActionData<typeof action>(),
  });
  if (isDone) {
    return (
      <div className="wrap narrow stack-l">
        <PageHead title={m.letters_new_done_title()} lead={m.letters_new_done_body()} />
        <p>
          <ButtonLink to={next}>{m.letters_new_go_on()}</ButtonLink>
        </p>
      </div>
    );
  }
  if (!maySet) {
    return (
      <div className="wrap narrow stack-l">
        <PageHead title={m.letters_new_over_title()} lead={m.letters_new_over_body()} />
        <p className="row">
          <ButtonLink to={next}>{m.letters_new_go_on()}</ButtonLink>
          <ButtonLink to="/sign-in/link" kind="second">
            {m.letters_gone_again()}
          </ButtonLink>
        </p>
      </div>
    );
  }
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.letters_new_in_title()} />
      <Notice kind="done" role="status">
        <p>{m.letters_new_in_body()}</p>
        <p>
          <ButtonLink to={next}>{m.letters_new_go_on()}</ButtonLink>
        </p>
      </Notice>
      <section className="stack">
        <h2>{m.letters_new_title()}</h2>
        <p>{m.letters_new_lead({ minutes })}</p>
        <PostForm
          form={form}
          className="stack"
          action={`/my/password/new?to=${encodeURIComponent(to ?? '')}`}
          kept={m.letters_new_kept()}
        >
          <Field
            meta={fields.password}
            label={m.letters_new_field()}
            hint={m.letters_new_hint()}
            type="password"
            autoComplete="new-password"
          />
          <ShowPassword fieldId={fields.password.id} />
          <Button kind="second">{m.letters_new_button()}</Button>
        </PostForm>
      </section>
    </div>
  );
}
