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
import { findSignedIn, type SignedIn } from '~/auth/find-signed-in.server';
import { placeAfterSignIn } from '~/auth/place-after-sign-in';
import { findVisitor } from '~/auth/guards.server';
import { startSession } from '~/auth/session.server';
import { findEnrolments } from '~/domain/learning/find-enrolments.server';
import { claimLearning } from '~/flows/claim-learning.server';
import { demoAccounts } from '~/flows/demo/demo-accounts';
import { formatTime, now } from '~/lib/clock';
import { entryPath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import { languagesAt, pathIn } from '~/lib/edition-path';
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field, PostForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { ShowPassword } from '~/ui/show-password';
import { useEdition } from '~/ui/use-edition';
import { DemoSignIns } from './demo-sign-ins';
import { OtherWays } from './other-ways';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.account_sign_in_title() }) },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  findEdition(params);
  const asked = new URL(request.url).searchParams.get('to');
  const visitor = await findVisitor(request, context);
  const begun = visitor && !visitor.registered;
  const learned = begun
    ? await findEnrolments(context.store.read, { personId: visitor.personId })
    : [];
  const demo = context.demo
    ? demoAccounts.map(({ label, identifier, password }) => ({ label, identifier, password }))
    : [];
  const providers = context.providers.map(({ id, name }) => ({ id, name }));
  const to = asked && samePlace(asked);
  const languages = languagesAt('/sign-in', to);
  return { to, languages, hasLearned: learned.length > 0, demo, providers };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const edition = findEdition(params);
  const schema = z.object({
    identifier: z.string({ error: () => m.account_identifier_empty() }).max(300),
    password: z.string({ error: () => m.account_password_empty() }).max(1000),
    bring: z.string().optional(),
    shared: z.string().optional(),
  });
  const submission = parseWithZod(await request.formData(), { schema });
  const again = (fieldErrors?: Record<string, string[]>, status = 400) =>
    data(submission.reply({ fieldErrors, hideFields: ['password'] }), status);
  if (submission.status !== 'success') return again();

  const at = now();
  const { identifier, password, bring, shared } = submission.value;
  const found = await findSignedIn(context, { identifier, password, at });
  if (!found.ok) return again(wordsFor(found), found.reason === 'slow-down' ? 429 : 400);

  const { personId } = found;
  const visitor = await findVisitor(request, context);
  if (visitor && !visitor.registered && bring) {
    const { programmes } = context.content;
    const claim = { fromPersonId: visitor.personId, toPersonId: personId, programmes, at };
    await claimLearning(context, claim);
  }
  const started = await startSession(context, personId, {
    way: 'password',
    request,
    shared: Boolean(shared),
  });
  const to = new URL(request.url).searchParams.get('to');
  const place = placeAfterSignIn(started, to, edition);
  return redirect(place, { headers: { 'Set-Cookie': started.setCookie } });
}

function wordsFor(found: Extract<SignedIn, { ok: false }>): Record<string, string[]> {
  switch (found.reason) {
    case 'mistyped-number':
      return { identifier: [m.account_identifier_mistyped()] };
    case 'unknown-form':
      return { identifier: [m.account_identifier_unknown()] };
    case 'several':
      return { identifier: [m.account_sign_in_several()] };
    case 'wrong':
      return { password: [m.account_sign_in_wrong()] };
    case 'slow-down':
      return { password: [m.account_slow_down({ time: formatTime(found.retryAt) })] };
  }
}

export default function SignIn() {
  const edition = useEdition();
  const { to, hasLearned, demo, providers } = useLoaderData<typeof loader>();
  const search = to ? `?to=${encodeURIComponent(to)}` : '';
  const [form, fields] = useForm({
    id: 'sign-in',
    lastResult: useActionData<typeof action>(),
    defaultValue: { identifier: '', password: '', bring: 'on', shared: '' },
  });
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.account_sign_in_title()}
        lead={m.account_sign_in_lead()}
        crumbs={[
          { title: m.common_home(), to: entryPath(edition) },
          { title: m.account_sign_in_title() },
        ]}
      />
      <PostForm
        form={form}
        className="stack"
        action={pathIn(edition, '/sign-in') + search}
        kept={m.account_kept_but_password()}
      >
        <Field
          meta={fields.identifier}
          label={m.account_identifier()}
          hint={m.account_identifier_hint()}
          autoComplete="username webauthn"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Field
          meta={fields.password}
          label={m.account_password()}
          hint={m.account_password_hint()}
          type="password"
          autoComplete="current-password"
        />
        <ShowPassword fieldId={fields.password.id} />
        {hasLearned ? (
          <label className="choice">
            <input
              type="checkbox"
              name={fields.bring.name}
              defaultChecked={fields.bring.initialValue === 'on'}
            />
            <span>
              {m.account_bring_learning()}
              <span className="small block">{m.account_bring_learning_hint()}</span>
            </span>
          </label>
        ) : null}
        <label className="choice">
          <input
            type="checkbox"
            name={fields.shared.name}
            defaultChecked={fields.shared.initialValue === 'on'}
          />
          <span>
            {m.entry_shared()}
            <span className="small block">{m.entry_shared_hint()}</span>
          </span>
        </label>
        <Button>{m.account_sign_in_button()}</Button>
      </PostForm>
      <OtherWays search={search} to={to} providers={providers} />
      {demo.length > 0 ? <DemoSignIns demo={demo} /> : null}
    </div>
  );
}
