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
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Field, PostForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { PasskeyButton } from '~/ui/passkey-button';
import { ShowPassword } from '~/ui/show-password';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.account_sign_in_title() }) },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
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
  return { to: asked && samePlace(asked), hasLearned: learned.length > 0, demo, providers };
}

export async function action({ request, context }: ActionFunctionArgs) {
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
  return redirect(placeAfterSignIn(started, to), { headers: { 'Set-Cookie': started.setCookie } });
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

type Provider = { id: string; name: string };

/** They send the form above, with what was chosen there for this device. */
function CitySignIns({ providers, search }: { providers: Provider[]; search: string }) {
  return (
    <p className="row">
      {providers.map(({ id, name }) => (
        <Button key={id} kind="second" form="sign-in" formAction={`/sign-in/with/${id}${search}`}>
          {m.passkeys_city_sign_in({ name })}
        </Button>
      ))}
    </p>
  );
}

type OtherWaysProps = { search: string; to: string | null; providers: Provider[] };

function OtherWays({ search, to, providers }: OtherWaysProps) {
  return (
    <section className="stack-s">
      <h2>{m.account_other_ways()}</h2>
      <PasskeyButton use="sign-in" to={to} autofill label={m.passkeys_sign_in()}>
        <p>{m.passkeys_sign_in_hint()}</p>
      </PasskeyButton>
      {providers.length > 0 ? <CitySignIns providers={providers} search={search} /> : null}
      <p className="row">
        <ButtonLink to={`/join${search}`} kind="second">
          {m.account_to_join()}
        </ButtonLink>
        <ButtonLink to={`/continue${search}`} kind="second">
          {m.account_to_continue()}
        </ButtonLink>
        <ButtonLink to={`/sign-in/link${search}`} kind="second">
          {m.letters_ask_title()}
        </ButtonLink>
      </p>
      <p>
        <a href={`/sign-in/link${search}`}>{m.letters_lost_password()}</a>
      </p>
      <p>{m.letters_lost_passphrase()}</p>
    </section>
  );
}

type Demo = { label: string; identifier: string; password: string };

function DemoSignIns({ demo }: { demo: Demo[] }) {
  return (
    <section className="stack-s">
      <h2>{m.account_demo_title()}</h2>
      <p>{m.account_demo_lead()}</p>
      <ul className="stack-s list-none p-0 m-0">
        {demo.map(({ label, identifier, password }) => (
          <li key={identifier}>
            <form method="post" action="/sign-in" className="row">
              <input type="hidden" name="identifier" value={identifier} />
              <input type="hidden" name="password" value={password} />
              <Button kind="second">{m.account_demo_as({ role: label })}</Button>
              <span className="small">{m.account_demo_words({ identifier, password })}</span>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function SignIn() {
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
        crumbs={[{ title: m.common_home(), to: '/' }, { title: m.account_sign_in_title() }]}
      />
      <PostForm
        form={form}
        className="stack"
        action={`/sign-in${search}`}
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
