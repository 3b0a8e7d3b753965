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
import { requireFresh, requireRegistered } from '~/auth/guards.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { findSecondFactors } from '~/domain/entry/find-second-factors.server';
import { removeAuthenticator } from '~/domain/entry/remove-authenticator.server';
import { findPasswordHash } from '~/domain/people/find-password-hash.server';
import { isDemoAccount } from '~/flows/demo/is-demo-account.server';
import { changeOwnPassword, type ChangedOwnPassword } from '~/flows/change-own-password.server';
import { formatDay, formatTime, jstDates, now } from '~/lib/clock';
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Field, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { CitySignIns } from './city-sign-ins';
import { readCitySignIns } from './city-sign-ins.server';
import { Passkeys } from './passkeys';
import { readPasskeys } from './passkeys.server';
import { SecondFactorSection } from './second-factor-section';

const HERE = '/my/security';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.entry_security_title() }) },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visitor = await requireRegistered(request, context);
  const { personId } = visitor;
  const { read } = context.store;
  const { searchParams } = new URL(request.url);
  const to = searchParams.get('to');
  const factors = await findSecondFactors(read, { personId });
  const { authenticatorSince, ...rest } = factors;
  return {
    done: searchParams.get('done'),
    /** She came by a recovery code and is on her way there. */
    to: to && samePlace(to),
    isDemo: await isDemoAccount(read, { personId }),
    hasPassword: (await findPasswordHash(read, { personId })) !== null,
    isStaff: visitor.awaitsSecondFactor || visitor.grants.length > 0,
    passkeys: await readPasskeys(request, context, visitor),
    cities: await readCitySignIns(request, context, visitor),
    factors: {
      ...rest,
      authenticatorSince: authenticatorSince && formatDay(jstDates(authenticatorSince).day),
    },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { personId } = await requireRegistered(request, context);
  if (await isDemoAccount(context.store.read, { personId })) return redirect(HERE);
  return form.get('intent') === 'remove-authenticator'
    ? remove(request, context)
    : change(request, context, form);
}

type Context = ActionFunctionArgs['context'];

async function remove(request: Request, context: Context) {
  const at = now();
  const { personId, grants, awaitsSecondFactor } = await requireFresh(request, context, at);
  const isStaff = awaitsSecondFactor || grants.length > 0;
  const removed = await context.store.tx(async (db) => {
    const result = await removeAuthenticator(db, { personId, isStaff });
    const about = { subjectKind: 'person', subjectId: personId };
    if (result.ok) {
      await recordAudit(db, { at, actorId: personId, action: 'authenticator.remove', ...about });
    }
    return result;
  });
  if (!removed.ok && removed.reason === 'last') return redirect(`${HERE}?done=last`);
  return redirect(`${HERE}?done=removed`);
}

async function change(request: Request, context: Context, form: FormData) {
  const visitor = await requireRegistered(request, context);
  const schema = z.object({
    current: z.string({ error: () => m.entry_password_current_empty() }).max(1000),
    next: z.string({ error: () => m.entry_password_new_empty() }).max(1000, {
      error: () => m.account_new_password_too_long(),
    }),
  });
  const submission = parseWithZod(form, { schema });
  const again = (fieldErrors?: Record<string, string[]>, status = 400) =>
    data(submission.reply({ fieldErrors, hideFields: ['current', 'next'] }), status);
  if (submission.status !== 'success') return again();
  const changed = await changeOwnPassword(context, request, {
    visitor,
    ...submission.value,
    at: now(),
  });
  if (!changed.ok) return again(wordsFor(changed), changed.reason === 'slow-down' ? 429 : 400);
  return redirect(`${HERE}?done=password`, { headers: { 'Set-Cookie': changed.setCookie } });
}

function wordsFor(changed: Extract<ChangedOwnPassword, { ok: false }>): Record<string, string[]> {
  switch (changed.reason) {
    case 'wrong':
      return { current: [m.entry_password_wrong()] };
    case 'slow-down':
      return { current: [m.account_slow_down({ time: formatTime(changed.retryAt) })] };
    case 'same':
      return { next: [m.entry_password_same()] };
    case 'too-short':
      return { next: [m.account_new_password_too_short()] };
    case 'too-long':
      return { next: [m.account_new_password_too_long()] };
    case 'common':
      return { next: [m.account_new_password_common()] };
    case 'own':
      return { next: [m.account_new_password_own()] };
  }
}

function PasswordSection({ hasPassword, isDemo }: { hasPassword: boolean; isDemo: boolean }) {
  const [form, fields] = useForm<{ current: string; next: string }>({
    id: 'password',
    lastResult: useActionData<typeof action>(),
  });
  return (
    <section className="stack" aria-labelledby="password-title">
      <h2 id="password-title">{m.entry_password_title()}</h2>
      {isDemo ? (
        <p>{m.entry_password_demo()}</p>
      ) : hasPassword ? (
        <PostForm
          form={form}
          className="stack"
          action={HERE}
          kept={m.entry_password_kept()}
          data-enhance="send-once"
        >
          <p>{m.entry_password_body()}</p>
          <Field
            meta={fields.current}
            label={m.entry_password_current()}
            type="password"
            autoComplete="current-password"
          />
          <Field
            meta={fields.next}
            label={m.entry_password_new()}
            hint={m.entry_password_new_hint()}
            type="password"
            autoComplete="new-password"
          />
          <Button kind="second">{m.entry_password_button()}</Button>
        </PostForm>
      ) : (
        <p>{m.entry_password_none()}</p>
      )}
    </section>
  );
}

function Done({ done, to }: { done: string | null; to: string | null }) {
  if (to) {
    return (
      <Notice kind="care" role="status">
        <p>{m.entry_security_used_recovery()}</p>
        <p>
          <ButtonLink to={to}>{m.entry_security_go_on()}</ButtonLink>
        </p>
      </Notice>
    );
  }
  const words = new Map([
    ['password', m.entry_security_changed],
    ['removed', m.entry_factor_removed],
    ['last', m.entry_factor_last],
  ]).get(done ?? '');
  if (!words) return null;
  return (
    <Notice kind={done === 'last' ? 'care' : 'done'} role="status">
      <p>{words()}</p>
    </Notice>
  );
}

export default function Security() {
  const { done, to, hasPassword, isDemo, isStaff, factors, passkeys, cities } =
    useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.entry_security_title()}
        lead={m.entry_security_lead()}
        crumbs={[{ title: m.my_title(), to: '/my' }, { title: m.entry_security_title() }]}
      />
      <Done done={done} to={to} />
      <SecondFactorSection factors={factors} isStaff={isStaff} isFixed={isDemo} />
      <Passkeys {...passkeys} />
      <CitySignIns {...cities} />
      <PasswordSection hasPassword={hasPassword} isDemo={isDemo} />
      <section className="stack-s" aria-labelledby="devices">
        <h2 id="devices">{m.entry_devices_title()}</h2>
        <p>
          <a href="/my/devices">{m.entry_devices_link()}</a>
        </p>
      </section>
    </div>
  );
}
