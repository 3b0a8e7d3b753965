import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { sha256 } from '~/auth/digest.server';
import { findVisitor } from '~/auth/guards.server';
import { placeAfterSignIn } from '~/auth/place-after-sign-in';
import { findOneTimeToken } from '~/domain/entry/find-one-time-token.server';
import { findEnrolments } from '~/domain/learning/find-enrolments.server';
import { LINK_MINUTES } from '~/flows/ask-magic-link.server';
import { claimLearning } from '~/flows/claim-learning.server';
import { enterByLink } from '~/flows/enter-by-link.server';
import { findLinkPeople } from '~/flows/find-link-people.server';
import { formatTime, now } from '~/lib/clock';
import { newId } from '~/lib/id.server';
import * as m from '~/paraglide/messages';
import { PageHead } from '~/ui/page-head';
import { EnterForm } from './enter-form';
import { LinkGone } from './link-gone';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.letters_enter_title() }) },
  { name: 'robots', content: 'noindex' },
];

const NO_STORE = { 'Cache-Control': 'no-store' };

export const headers: HeadersFunction = () => NO_STORE;

/** Reading the page uses nothing up: programs that look after mail open every link in it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { read } = context.store;
  const visitor = await findVisitor(request, context);
  const wanted = { tokenHash: sha256(params.token!), purpose: 'magic-link' as const };
  const token = await findOneTimeToken(read, wanted);
  const isGood = token && !token.usedAt && token.expiresAt > now();
  const sharing = isGood ? await findLinkPeople(read, token) : [];
  if (!isGood || sharing.length === 0) {
    const gone = { open: null, isIn: visitor?.registered ?? false, minutes: String(LINK_MINUTES) };
    return data(gone, { status: 410 });
  }
  const begun = visitor && !visitor.registered;
  const learned = begun ? await findEnrolments(read, { personId: visitor.personId }) : [];
  const open = {
    people: sharing.map(({ id, name, number }) => ({ id, name, last: number.slice(-4) })),
    until: formatTime(token.expiresAt),
    hasLearned: learned.length > 0,
    visit: newId(),
  };
  return data({ open, isIn: false, minutes: '' });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const sent = (name: string) => String(form.get(name) ?? '');
  const visitor = await findVisitor(request, context);
  const at = now();
  const entered = await enterByLink(context, {
    token: params.token!,
    visit: sent('visit'),
    chosen: sent('person') || null,
    request,
    shared: form.has('shared'),
    at,
  });
  if (!entered.ok) {
    return entered.reason === 'choose'
      ? data({ choose: true }, { status: 400 })
      : redirect(`/sign-in/link/${encodeURIComponent(params.token!)}`, 303);
  }
  const { started, to } = entered;
  if (visitor && !visitor.registered && form.has('bring')) {
    await claimLearning(context, {
      fromPersonId: visitor.personId,
      toPersonId: started.personId,
      programmes: context.content.programmes,
      at,
    });
  }
  const next = `/my/password/new${to ? `?to=${encodeURIComponent(to)}` : ''}`;
  const setCookie = { ...NO_STORE, 'Set-Cookie': started.setCookie };
  return redirect(placeAfterSignIn(started, next), { status: 303, headers: setCookie });
}

export default function EnterByLink() {
  const { open, isIn, minutes } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const title = open ? m.letters_enter_title() : m.letters_gone_title();
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={title} lead={open ? m.letters_enter_lead() : undefined} />
      {open ? (
        <EnterForm {...open} missing={Boolean(sent?.choose)} />
      ) : (
        <LinkGone isIn={isIn} minutes={minutes} />
      )}
    </div>
  );
}
