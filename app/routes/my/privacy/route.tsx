import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireLearner, requireRegistered } from '~/auth/guards.server';
import { findPerson } from '~/domain/people/find-person.server';
import { audienceLabel } from '~/flows/audience-label';
import { readOwnPrivacy } from '~/flows/read-own-privacy.server';
import { shareName } from '~/flows/share-name.server';
import { withdrawOwnConsent } from '~/flows/withdraw-own-consent.server';
import { now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { ConsentSection } from './consent-section';
import { HeldSection } from './held-section';
import { LooksSection } from './looks-section';
import { SeenBySection } from './seen-by-section';

const HERE = '/my/privacy';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.trust_own_title() }) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId, registered, shared } = await requireLearner(request, context);
  const own = await readOwnPrivacy(context.store.read, { personId, at: now() });
  const { person, place, counts, ...rest } = own;
  const { name, kana, number, email, municipalityRelation, audience, ageBand, sex, birthYear } =
    person ?? {};
  return data(
    {
      registered,
      shared,
      done: new URL(request.url).searchParams.get('done'),
      held: {
        ...{ name, kana, number, email, municipalityRelation, ageBand, sex, birthYear, place },
        audience: audience ? audienceLabel(audience) : null,
        counts,
      },
      ...rest,
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { personId } = await requireRegistered(request, context);
  const form = await request.formData();
  const at = now();
  const { store } = context;
  if (form.get('intent') === 'withdraw') {
    const consentId = String(form.get('consent') ?? '');
    const withdrawn = await withdrawOwnConsent(store, { personId, consentId, at });
    return redirect(`${HERE}?done=${withdrawn ? 'withdrawn' : 'stale'}`, 303);
  }
  if (form.get('agree') !== 'yes') {
    return data({ error: m.trust_consent_give_empty() }, 400);
  }
  const given = await store.tx(async (db) => {
    const person = await findPerson(db, { id: personId });
    const municipalityCode = person?.municipalityCode;
    return municipalityCode ? shareName(db, { personId, municipalityCode, at }) : false;
  });
  return redirect(`${HERE}?done=${given ? 'given' : 'gone'}`, 303);
}

const doneWords: Record<string, () => string> = {
  given: m.trust_own_given,
  withdrawn: m.trust_own_withdrawn,
  corrected: m.trust_own_corrected,
  stale: m.trust_own_stale,
  gone: m.trust_own_gone_place,
};

export default function OwnPrivacy() {
  const loaded = useLoaderData<typeof loader>();
  const { registered, shared, done, held, enrolled, hosts, consents, offer, looks } = loaded;
  const sent = useActionData<typeof action>();
  const error = sent && 'error' in sent ? sent.error : null;
  const words = Object.hasOwn(doneWords, done ?? '') ? doneWords[done!] : undefined;
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.trust_own_title()}
        lead={registered ? m.trust_own_lead() : m.trust_own_lead_guest()}
        crumbs={[{ title: m.my_title(), to: '/my' }, { title: m.trust_own_title() }]}
      />
      {words && !error ? (
        <Notice kind={done === 'stale' || done === 'gone' ? 'care' : 'done'} role="status">
          <p>{words()}</p>
        </Notice>
      ) : null}
      <HeldSection held={held} registered={registered} />
      <SeenBySection
        registered={registered}
        enrolled={enrolled}
        shared={consents.inForce.filter(({ kind }) => kind === 'share-name')}
        hosts={hosts}
      />
      {registered ? <ConsentSection consents={consents} offer={offer} error={error} /> : null}
      {registered ? <LooksSection looks={looks} /> : null}
      <section className="stack-s" aria-labelledby="keep">
        <h2 id="keep">{m.trust_keep_title()}</h2>
        <p>{m.trust_keep_lead()}</p>
        {shared ? (
          <Notice kind="care">
            <p>{m.trust_keep_shared_care()}</p>
          </Notice>
        ) : null}
        <p className="row">
          <ButtonLink to="/my/record.html" kind="second">
            {m.trust_keep_html()}
          </ButtonLink>
          <ButtonLink to="/my/record.json" kind="quiet">
            {m.trust_keep_json()}
          </ButtonLink>
        </p>
        <p>
          <a href="/my/erase">{m.trust_keep_erase()}</a>
        </p>
        <p>
          <a href="/privacy">{m.trust_keep_policy()}</a>
        </p>
      </section>
    </div>
  );
}
