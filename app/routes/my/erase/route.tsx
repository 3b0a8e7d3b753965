import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { findVisitor, requireFresh, requireLearner } from '~/auth/guards.server';
import { endSession } from '~/auth/session.server';
import { findCertificatesOf } from '~/domain/certificates/find-certificates-of.server';
import { isDemoAccount } from '~/flows/demo/is-demo-account.server';
import {
  eraseOwn,
  findErasureProof,
  type ErasedOwn,
  type ErasureProof,
} from '~/flows/confirm-erasure.server';
import { formatTime, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { ChoiceGroup, Field, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

const HERE = '/my/erase';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.trust_erase_title() }) },
];

/** Whoever has a second factor shows it once more before all is gone. */
async function requireOwner(request: Request, context: LoaderFunctionArgs['context']) {
  const visitor = await requireLearner(request, context);
  return visitor.registered ? requireFresh(request, context, now()) : visitor;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visitor = await requireOwner(request, context);
  const { personId, registered } = visitor;
  const certificates = await findCertificatesOf(context.store.read, { personId });
  return data(
    {
      registered,
      isDemo: await isDemoAccount(context.store.read, { personId }),
      certificates: certificates.length,
      proof: await findErasureProof(context, visitor),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

const schema = z.object({
  sure: z.literal('yes', { error: () => m.trust_erase_confirm_missing() }),
  password: z.string().max(1000).optional(),
  number: z.string().max(100).optional(),
});

export async function action({ request, context }: ActionFunctionArgs) {
  // A second click finds nobody any more.
  if (!(await findVisitor(request, context))) return redirect('/my/erased', 303);
  const visitor = await requireOwner(request, context);
  if (await isDemoAccount(context.store.read, visitor)) return redirect(HERE, 303);
  const submission = parseWithZod(await request.formData(), { schema });
  const again = (errors: Errors, status = 400) =>
    data(submission.reply({ ...errors, hideFields: ['password', 'number'] }), status);
  if (submission.status !== 'success') return again({});
  const { password = '', number = '' } = submission.value;
  const erased = await eraseOwn(context, { visitor, password, number, at: now() });
  if (!erased.ok) return again(wordsFor(erased), erased.reason === 'slow-down' ? 429 : 400);
  const { setCookie } = await endSession(request, context);
  return redirect('/my/erased', { status: 303, headers: { 'Set-Cookie': setCookie } });
}

type Errors = { fieldErrors?: Record<string, string[]>; formErrors?: string[] };

function wordsFor(refused: Extract<ErasedOwn, { ok: false }>): Errors {
  switch (refused.reason) {
    case 'password-needed':
      return { fieldErrors: { password: [m.trust_erase_password_missing()] } };
    case 'wrong':
      return { fieldErrors: { password: [m.trust_profile_password_wrong()] } };
    case 'number-wrong':
      return { fieldErrors: { number: [m.trust_erase_number_wrong()] } };
    case 'last-operator':
      return { formErrors: [m.trust_erase_last_operator()] };
    case 'slow-down':
      return {
        fieldErrors: { password: [m.trust_profile_slow({ time: formatTime(refused.retryAt) })] },
      };
  }
}

function GoesAndStays({ registered, certificates }: { registered: boolean; certificates: number }) {
  return (
    <>
      <Card as="section">
        <h2>{m.trust_erase_goes()}</h2>
        <ul className="dots">
          {registered ? <li>{m.trust_erase_goes_name()}</li> : null}
          {registered ? <li>{m.trust_erase_goes_ways()}</li> : null}
          <li>
            {registered ? m.trust_erase_goes_learning() : m.trust_erase_goes_learning_guest()}
          </li>
          {registered ? <li>{m.trust_erase_goes_consents()}</li> : null}
          {registered ? <li>{m.trust_erase_goes_mails()}</li> : null}
        </ul>
      </Card>
      <Card as="section">
        <h2>{m.trust_erase_stays()}</h2>
        <ul className="dots">
          <li>{m.trust_erase_stays_counts()}</li>
          {certificates > 0 ? (
            <li>{m.trust_erase_stays_certificates({ count: String(certificates) })}</li>
          ) : null}
          <li>{m.trust_erase_stays_log()}</li>
          <li>{m.trust_erase_stays_backup()}</li>
        </ul>
      </Card>
    </>
  );
}

function ConfirmForm({ proof }: { proof: ErasureProof }) {
  const [form, fields] = useForm<{ sure: string; password: string; number: string }>({
    id: 'erase',
    lastResult: useActionData<typeof action>(),
  });
  return (
    <PostForm form={form} className="stack" action={HERE} kept={m.trust_erase_kept()}>
      <ChoiceGroup
        meta={fields.sure}
        legend={m.trust_erase_confirm_legend()}
        type="checkbox"
        options={[{ value: 'yes', label: m.trust_erase_confirm() }]}
      />
      {proof === 'password' ? (
        <Field
          meta={fields.password}
          label={m.trust_erase_password()}
          type="password"
          autoComplete="current-password"
        />
      ) : null}
      {proof === 'number' ? (
        <Field
          meta={fields.number}
          label={m.trust_erase_number()}
          hint={m.trust_erase_number_hint()}
          inputMode="numeric"
          autoComplete="off"
        />
      ) : null}
      <div className="row">
        <ButtonLink to="/my/privacy" kind="first">
          {m.trust_erase_back()}
        </ButtonLink>
        <Button kind="second">{m.trust_erase_button()}</Button>
      </div>
    </PostForm>
  );
}

export default function Erase() {
  const { registered, isDemo, certificates, proof } = useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.trust_erase_title()}
        lead={m.trust_erase_lead()}
        crumbs={[
          { title: m.my_title(), to: '/my' },
          { title: m.trust_own_title(), to: '/my/privacy' },
          { title: m.trust_erase_title() },
        ]}
      />
      <GoesAndStays registered={registered} certificates={certificates} />
      <Notice kind="care" title={m.trust_erase_before()}>
        {registered ? <p>{m.trust_erase_before_certificate()}</p> : null}
        <p>{m.trust_erase_before_keep()}</p>
        <p>
          <a href="/my/record.html">{m.trust_keep_html()}</a>
        </p>
      </Notice>
      {isDemo ? (
        <Notice kind="info">
          <p>{m.trust_demo_fixed()}</p>
        </Notice>
      ) : (
        <ConfirmForm proof={proof} />
      )}
    </div>
  );
}
