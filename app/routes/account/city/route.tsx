import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { beginCitySignIn } from '~/auth/begin-city-sign-in.server';
import { countCityTry } from '~/auth/city-limits.server';
import { findVisitor } from '~/auth/guards.server';
import { formatTime, now } from '~/lib/clock';
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: m.common_title({ page: page?.name ?? '' }) },
  { name: 'robots', content: 'noindex' },
];

/** The address of the city travels in a header: see `action`. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

const toOf = (request: Request) => {
  const to = new URL(request.url).searchParams.get('to');
  return to && samePlace(to);
};

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const provider = context.providers.find(({ id }) => id === params.provider);
  if (!provider) throw new Response(null, { status: 404 });
  const { id, name } = provider;
  return {
    id,
    name,
    to: toOf(request),
    reason: new URL(request.url).searchParams.get('reason'),
  };
}

/**
 * Sends her to the city with a page that goes on by itself, not by a redirect. What a form is
 * redirected to has to stand in the `form-action` of our policy, and so would every further address
 * that a city's own sign-in hands her on to, which nobody here can know.
 */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const provider = context.providers.find(({ id }) => id === params.provider);
  if (!provider) throw new Response(null, { status: 404 });
  const at = now();
  const counted = await countCityTry(context, { kind: 'begin', at });
  if (!counted.ok) {
    const time = formatTime(counted.retryAt);
    return data({ address: null, words: m.passkeys_slow_down({ time }) }, 429);
  }
  const form = await request.formData();
  const visitor = await findVisitor(request, context);
  const begun = await beginCitySignIn(context, {
    provider,
    errand: {
      to: toOf(request),
      shared: Boolean(form.get('shared')),
      bring: Boolean(form.get('bring')),
    },
    linksTo: form.get('intent') === 'link' && visitor?.registered ? visitor.personId : null,
    at,
  });
  if (!begun) return data({ address: null, words: m.passkeys_city_unavailable() }, 503);
  const { address, setCookie } = begun;
  return data(
    { address, words: null },
    { headers: { 'Set-Cookie': setCookie, Refresh: `0; url=${address}` } },
  );
}

const reasonWords = new Map([
  ['cancelled', m.passkeys_city_cancelled],
  ['unavailable', m.passkeys_city_unavailable],
  ['refused', m.passkeys_city_refused],
  ['expired', m.passkeys_city_expired],
  ['taken', m.passkeys_city_taken],
]);

function OnTheWay({ name, address }: { name: string; address: string }) {
  return (
    <>
      <PageHead title={m.passkeys_city_going({ name })} lead={m.passkeys_city_going_lead()} />
      <p>
        <ButtonLink to={address}>{m.passkeys_city_go({ name })}</ButtonLink>
      </p>
    </>
  );
}

export default function City() {
  const { id, name, to, reason } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const search = to ? `?to=${encodeURIComponent(to)}` : '';
  const words = sent ? sent.words : reasonWords.get(reason ?? '')?.();
  if (sent?.address) {
    return (
      <div className="wrap narrow stack-l">
        <OnTheWay name={name} address={sent.address} />
      </div>
    );
  }
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={name} lead={m.passkeys_city_lead({ name })} />
      {words ? (
        <Notice kind="care" role="alert">
          <p>{words}</p>
        </Notice>
      ) : null}
      <form method="post" action={`/sign-in/with/${id}${search}`}>
        <Button kind={words ? 'second' : 'first'}>{m.passkeys_city_sign_in({ name })}</Button>
      </form>
      <section className="stack-s">
        <h2>{m.passkeys_city_other_ways()}</h2>
        <p className="row">
          <ButtonLink to={`/sign-in${search}`} kind="second">
            {m.passkeys_city_to_sign_in()}
          </ButtonLink>
          <ButtonLink to="/" kind="second">
            {m.passkeys_city_to_learn()}
          </ButtonLink>
        </p>
      </section>
    </div>
  );
}
