import { useForm } from '@conform-to/react';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formTicket, readFormTicket } from '~/auth/form-ticket.server';
import { findVisitor } from '~/auth/guards.server';
import { sealNote } from '~/auth/sealed-note.server';
import { tryKey } from '~/auth/try-key.server';
import { countTry } from '~/domain/operation/count-try.server';
import { AGE_BANDS } from '~/domain/people/age-bands';
import { findPlaces, type FoundPlaces } from '~/flows/find-places.server';
import { findGuardianHost } from '~/flows/guardian-word.server';
import { audienceOptions } from '~/flows/profile-form.server';
import { registerLearner } from '~/flows/register-learner.server';
import { formatTime, now } from '~/lib/clock';
import { entryPath } from '~/lib/course-path';
import { findEdition, type Edition } from '~/lib/edition';
import { languagesAt, pathIn } from '~/lib/edition-path';
import { newId } from '~/lib/id.server';
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { ageBandLabel } from '~/ui/age-band-label';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { NameFields, PlaceFields } from '~/ui/person-fields';
import { useEdition } from '~/ui/use-edition';
import { ConsentFields, SignInFields, type JoinFieldName } from './join-fields';
import { readJoinForm } from './join-form.server';

/** A hall full of people may sign up through one address. */
const SIGN_UPS_OF_ADDRESS = 300;
const WINDOW_SECONDS = 60 * 60;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.account_join_title() }) },
];

function comingFrom(request: Request, edition: Edition | null): string {
  return samePlace(new URL(request.url).searchParams.get('to'), pathIn(edition, '/my'));
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const to = comingFrom(request, findEdition(params));
  const visitor = await findVisitor(request, context);
  if (visitor?.registered) throw redirect(to);
  const ticket = formTicket(context, visitor?.personId ?? newId());
  const languages = languagesAt('/join', to);
  return { to, languages, ticket, learning: visitor !== null, audiences: audienceOptions() };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const edition = findEdition(params);
  const form = await request.formData();
  const visitor = await findVisitor(request, context);
  const to = comingFrom(request, edition);
  const done = `${pathIn(edition, '/join/done')}?to=${encodeURIComponent(to)}`;
  const sent = (name: string) => String(form.get(name) ?? '');
  const guardian = await findGuardianHost(context.store.read, {
    ageBand: sent('ageBand'),
    municipalityCode: sent('municipalityCode'),
    personId: visitor?.personId ?? null,
  });
  const guardianHost = guardian?.name ?? null;
  const { submission, more } = readJoinForm(form, { asksGuardian: guardian !== null });
  const places = await findPlaces(context.store.read, {
    code: sent('intent') === 'find-municipality' ? '' : sent('municipalityCode'),
    query: sent('municipalityQuery'),
    edition,
  });
  type Errors = { fieldErrors?: Record<string, string[]>; formErrors?: string[] };
  const again = (errors: Errors, status = 400) => {
    const fieldErrors = { ...errors.fieldErrors };
    if (sent('password')) fieldErrors.password ??= [m.account_new_password_again()];
    const result = submission.reply({ ...errors, fieldErrors, hideFields: ['password'] });
    return data({ result, typed: null, places, guardianHost }, status);
  };

  if (sent('intent') === 'find-municipality') {
    const typed = Object.fromEntries(
      [...form].filter(([name, value]) => name !== 'password' && typeof value === 'string'),
    ) as Record<string, string>;
    return data({ result: null, typed, places, guardianHost }, 200);
  }
  const ticketPersonId = readFormTicket(context, sent('ticket'));
  if (visitor?.registered) {
    throw redirect(visitor.personId === ticketPersonId ? done : to);
  }
  if (submission.status !== 'success' || Object.keys(more).length > 0) {
    return again({ fieldErrors: more });
  }
  if (!ticketPersonId) return again({ formErrors: [m.account_form_used()] });

  const at = now();
  const key = tryKey(context, 'sign-up', context.clientAddress);
  const limit = { key, limit: SIGN_UPS_OF_ADDRESS, windowSeconds: WINDOW_SECONDS, at };
  const counted = await context.store.tx((db) => countTry(db, limit));
  if (!counted.ok) {
    const time = formatTime(counted.retryAt);
    return again({ formErrors: [m.account_join_slow_down({ time })] }, 429);
  }

  const { password = null, email = null, sex = null, ...rest } = submission.value;
  const { name, kana, municipalityCode, municipalityRelation, audience, ageBand } = rest;
  const place = { municipalityCode, municipalityRelation };
  const registered = await registerLearner(context, {
    profile: { name, kana, email, ...place, audience, ageBand, sex },
    password,
    ticketPersonId,
    guestId: visitor?.personId ?? null,
    shareName: submission.value.shareName === 'yes',
    guardianHost: submission.value.guardian === 'agreed' ? guardian : null,
    request,
  });
  if (!registered.ok) {
    return registered.reason === 'unknown-region'
      ? again({ fieldErrors: { municipalityCode: [m.account_municipality_gone()] } })
      : again({ formErrors: [m.account_form_used()] }, 409);
  }
  const headers = new Headers({ 'Set-Cookie': registered.setCookie });
  if (registered.passphrase) {
    const note = { sessionHash: registered.sessionHash, text: registered.passphrase };
    for (const path of Object.values(languagesAt('/join'))) {
      headers.append('Set-Cookie', sealNote(context, { name: 'join-note', path }, note));
    }
  }
  throw redirect(done, { headers });
}

function Why({ learning }: { learning: boolean }) {
  return (
    <Notice kind="info" title={m.account_join_why_title()}>
      {learning ? <p>{m.account_join_kept()}</p> : null}
      <ul className="dots">
        <li>{m.account_join_why_name()}</li>
        <li>{m.account_join_why_place()}</li>
        <li>{m.account_join_why_rest()}</li>
        <li>{m.trust_join_why_long()}</li>
      </ul>
      <p>
        <a href={pathIn(useEdition(), '/privacy')}>{m.account_join_why_more()}</a>
      </p>
    </Notice>
  );
}

export default function Join() {
  const edition = useEdition();
  const { to, ticket, learning, audiences } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [form, fields] = useForm<Record<JoinFieldName, string>>({
    id: 'join',
    lastResult: sent?.result,
    defaultValue: sent?.typed ?? undefined,
  });
  const { found, more }: FoundPlaces = sent?.places ?? { found: null, more: false };
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.account_join_title()}
        lead={m.account_join_lead()}
        crumbs={[
          { title: m.common_home(), to: entryPath(edition) },
          { title: m.account_join_title() },
        ]}
      />
      <Why learning={learning} />
      <PostForm
        form={form}
        className="stack-l"
        action={`${pathIn(edition, '/join')}?to=${encodeURIComponent(to)}`}
        kept={m.account_kept_but_password()}
      >
        {/* The first button is the one that Enter presses. */}
        <button className="sr-only" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="ticket" value={ticket} />
        <NameFields fields={fields} />
        <PlaceFields
          fields={fields}
          found={found}
          more={more}
          audiences={audiences}
          ageBands={AGE_BANDS.map((code) => ({ value: code, label: ageBandLabel(code) }))}
        />
        <ConsentFields fields={fields} guardianHost={sent?.guardianHost ?? null} />
        <SignInFields fields={fields} />
        <Button>{m.account_join_button()}</Button>
      </PostForm>
      <p>
        {m.account_join_have()}{' '}
        <a href={`${pathIn(edition, '/sign-in')}?to=${encodeURIComponent(to)}`}>
          {m.common_sign_in()}
        </a>
      </p>
    </div>
  );
}
