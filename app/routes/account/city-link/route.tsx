import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findCityLink, takeCityLink } from '~/auth/city-link.server';
import { findPlaceToConfirm } from '~/auth/find-place-to-confirm.server';
import { findVisitor, requireRegistered } from '~/auth/guards.server';
import { placeAfterSignIn } from '~/auth/place-after-sign-in';
import { rotateSession } from '~/auth/session.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { linkIdentity } from '~/domain/entry/link-identity.server';
import { now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.passkeys_city_link_title() }) },
  { name: 'robots', content: 'noindex' },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const provider = context.providers.find(({ id }) => id === params.provider);
  if (!provider) throw new Response(null, { status: 404 });
  const link = await findCityLink(context, { request, provider, at: now() });
  if (!link) throw redirect(`/sign-in/with/${provider.id}?reason=expired`);
  const visitor = await findVisitor(request, context);
  const account = visitor?.registered ? { name: visitor.name, number: visitor.number } : null;
  return { id: provider.id, name: provider.name, account };
}

/** Links the city's sign-in to her account: she has shown that both are hers. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const provider = context.providers.find(({ id }) => id === params.provider);
  if (!provider) throw new Response(null, { status: 404 });
  const visitor = await requireRegistered(request, context);
  const { personId } = visitor;
  const at = now();
  const here = `/sign-in/with/${provider.id}`;
  const place = await findPlaceToConfirm(context, visitor, { at, to: `${here}/link` });
  if (place) return redirect(place);
  const linked = await context.store.tx(async (db) => {
    const link = await takeCityLink(db, context, { request, provider, at });
    if (!link) return { ok: false, reason: 'expired' } as const;
    const { issuer, subject, to } = link;
    const result = await linkIdentity(db, { issuer, subject, personId, at });
    if (!result.ok) return result;
    if (result.isNew) {
      await recordAudit(db, {
        at,
        actorId: personId,
        action: 'identity.link',
        subjectKind: 'person',
        subjectId: personId,
        areaCode: provider.areaCode,
        detail: { provider: provider.id },
      });
    }
    return { ok: true, to } as const;
  });
  if (!linked.ok) return redirect(`${here}?reason=${linked.reason}`);
  const rotated = await rotateSession(request, context, {
    secondFactorAt: provider.secondFactor ? at : undefined,
  });
  if (!rotated) return redirect('/sign-in');
  const to = linked.to ?? '/my/security?city=linked#city';
  return redirect(placeAfterSignIn(rotated, to), { headers: { 'Set-Cookie': rotated.setCookie } });
}

function Strangers({ name, here }: { name: string; here: string }) {
  const to = `?to=${encodeURIComponent(here)}`;
  return (
    <>
      <p>{m.passkeys_city_unknown({ name })}</p>
      <p className="row">
        <ButtonLink to={`/sign-in${to}`}>{m.passkeys_city_unknown_sign_in()}</ButtonLink>
        <ButtonLink to={`/join${to}`} kind="second">
          {m.passkeys_city_unknown_join()}
        </ButtonLink>
      </p>
      <p className="small">{m.passkeys_city_unknown_why()}</p>
    </>
  );
}

export default function CityLinkPage() {
  const { id, name, account } = useLoaderData<typeof loader>();
  const here = `/sign-in/with/${id}/link`;
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.passkeys_city_link_title()} />
      {account ? (
        <>
          <dl className="facts">
            <dt>{m.passkeys_city_link_account()}</dt>
            <dd className="break-words">{account.name}</dd>
            <dt>{m.passkeys_city_link_provider()}</dt>
            <dd>{name}</dd>
          </dl>
          <Notice>
            <p>{m.passkeys_city_link_body({ name })}</p>
          </Notice>
          <form method="post" action={here} className="row">
            <Button>{m.passkeys_city_link_button()}</Button>
            <ButtonLink to="/my" kind="second">
              {m.passkeys_city_link_not()}
            </ButtonLink>
          </form>
          <p className="small">{m.passkeys_city_link_not_me()}</p>
        </>
      ) : (
        <Strangers name={name} here={here} />
      )}
    </div>
  );
}
