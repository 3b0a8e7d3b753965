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
import { requireRegistered } from '~/auth/guards.server';
import { AGE_BANDS } from '~/domain/people/age-bands';
import { findPerson } from '~/domain/people/find-person.server';
import { isDemoAccount } from '~/flows/demo/is-demo-account.server';
import { correctOwnRecord, type CorrectedOwnRecord } from '~/flows/correct-own-record.server';
import { findPlaces } from '~/flows/find-places.server';
import { audienceOptions, profileFields } from '~/flows/profile-form.server';
import { formatTime, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { ageBandLabel } from '~/ui/age-band-label';
import { Button, ButtonLink } from '~/ui/button';
import { Field, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { EmailField, NameFields, PlaceFields, type PersonFieldName } from '~/ui/person-fields';

const HERE = '/my/profile';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.trust_profile_title() }) },
];

const schema = z.object({ ...profileFields, password: z.string().max(1000).optional() });

/** Staff show their second factor before they change what they are known by. */
async function requireWhole(request: Request, context: LoaderFunctionArgs['context']) {
  const visitor = await requireRegistered(request, context);
  if (visitor.awaitsSecondFactor) throw redirect(`/sign-in/second?to=${HERE}`);
  return visitor;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId } = await requireWhole(request, context);
  const person = await findPerson(context.store.read, { id: personId });
  const code = person?.municipalityCode ?? '';
  const text = (value: string | null | undefined) => value ?? '';
  return data(
    {
      typed: {
        name: text(person?.name),
        kana: text(person?.kana),
        municipalityCode: code,
        municipalityRelation: text(person?.municipalityRelation),
        audience: text(person?.audience),
        ageBand: text(person?.ageBand),
        sex: text(person?.sex),
        email: text(person?.email),
      },
      isDemo: await isDemoAccount(context.store.read, { personId }),
      places: await findPlaces(context.store.read, { code, query: '' }),
      audiences: audienceOptions(),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visitor = await requireWhole(request, context);
  if (await isDemoAccount(context.store.read, visitor)) return redirect(HERE, 303);
  const form = await request.formData();
  const sent = (name: string) => String(form.get(name) ?? '');
  const isSearch = sent('intent') === 'find-municipality';
  const places = await findPlaces(context.store.read, {
    code: isSearch ? '' : sent('municipalityCode'),
    query: sent('municipalityQuery'),
  });
  if (isSearch) {
    const typed = Object.fromEntries(
      [...form].filter(([name, value]) => name !== 'password' && typeof value === 'string'),
    ) as Record<string, string>;
    return data({ result: null, typed, places }, 200);
  }
  const submission = parseWithZod(form, { schema });
  const again = (fieldErrors?: Record<string, string[]>, status = 400) =>
    data(
      { result: submission.reply({ fieldErrors, hideFields: ['password'] }), typed: null, places },
      status,
    );
  if (submission.status !== 'success') return again();
  const {
    password = null,
    email = null,
    sex = null,
    municipalityQuery: _,
    ...rest
  } = submission.value;
  const corrected = await correctOwnRecord(context, {
    visitor,
    profile: { ...rest, email, sex },
    password,
    at: now(),
  });
  if (corrected.ok) return redirect('/my/privacy?done=corrected', 303);
  return again(wordsFor(corrected), corrected.reason === 'slow-down' ? 429 : 400);
}

function wordsFor(refused: Extract<CorrectedOwnRecord, { ok: false }>): Record<string, string[]> {
  switch (refused.reason) {
    case 'unknown-region':
      return { municipalityCode: [m.account_municipality_gone()] };
    case 'last-way':
      return { email: [m.trust_profile_last_way()] };
    case 'prove':
      return { email: [m.trust_profile_prove()] };
    case 'password-needed':
      return { password: [m.trust_profile_password_needed()] };
    case 'wrong':
      return { password: [m.trust_profile_password_wrong()] };
    case 'slow-down':
      return { password: [m.trust_profile_slow({ time: formatTime(refused.retryAt) })] };
  }
}

export default function Profile() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [form, fields] = useForm<Record<PersonFieldName | 'password', string>>({
    id: 'profile',
    lastResult: sent?.result,
    defaultValue: sent?.typed ?? loaded.typed,
  });
  const { found, more } = sent?.places ?? loaded.places;
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.trust_profile_title()}
        lead={m.trust_profile_lead()}
        crumbs={[
          { title: m.my_title(), to: '/my' },
          { title: m.trust_own_title(), to: '/my/privacy' },
          { title: m.trust_profile_title() },
        ]}
      />
      <Notice kind="info" title={m.trust_profile_stays_title()}>
        <p>{m.trust_profile_stays()}</p>
        <p>{m.trust_profile_consent()}</p>
      </Notice>
      {loaded.isDemo ? (
        <Notice kind="care">
          <p>{m.trust_demo_fixed()}</p>
        </Notice>
      ) : null}
      <PostForm form={form} className="stack-l" action={HERE} kept={m.trust_profile_kept()}>
        {/* The first button is the one that Enter presses. */}
        <button className="sr-only" tabIndex={-1} aria-hidden="true" />
        <NameFields fields={fields} />
        <PlaceFields
          fields={fields}
          found={found}
          more={more}
          audiences={loaded.audiences}
          ageBands={AGE_BANDS.map((code) => ({ value: code, label: ageBandLabel(code) }))}
        />
        <section className="stack">
          <h2>{m.trust_profile_email_part()}</h2>
          <EmailField fields={fields} hint={m.trust_profile_email_hint()} />
          <Field
            meta={fields.password}
            label={m.trust_profile_password()}
            hint={m.trust_profile_password_hint()}
            optional
            type="password"
            autoComplete="current-password"
          />
        </section>
        <div className="row">
          <Button>{m.trust_profile_button()}</Button>
          <ButtonLink to="/my/privacy" kind="quiet">
            {m.trust_profile_back()}
          </ButtonLink>
        </div>
      </PostForm>
    </div>
  );
}
