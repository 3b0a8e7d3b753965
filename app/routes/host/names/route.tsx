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
import { requireRole } from '~/auth/guards.server';
import { hostBound } from '~/auth/policies/host-figures';
import { findNameShares } from '~/domain/organisations/find-name-shares.server';
import { findOwnOrganisations } from '~/domain/organisations/find-own-organisations.server';
import { findPrefectures } from '~/domain/regions/find-prefectures.server';
import { findRegion } from '~/domain/regions/find-region.server';
import { shareHostNames, withdrawHostNames } from '~/flows/share-host-names.server';
import { formatDay, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { ChoiceGroup, PostForm, SelectField } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

const unread = { error: () => m.areas_form_unread() };
const wrongPrefecture = { error: () => m.areas_share_choose_empty() };
const give = z.object({
  intent: z.literal('give'),
  prefecture: z.string(wrongPrefecture).max(10, wrongPrefecture),
  seen: z.literal('yes', { error: () => m.areas_share_check_empty() }),
});
const withdraw = z.object({
  intent: z.literal('withdraw'),
  share: z.string(unread).max(100, unread),
});
const schema = z.discriminatedUnion('intent', [give, withdraw], unread);

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.areas_share_title() }) },
];

async function findOwnHost({ request, context }: LoaderFunctionArgs) {
  const { grants, personId } = await requireRole(request, context, 'host');
  const own = await findOwnOrganisations(context.store.read, { within: hostBound(grants) });
  const of = new URL(request.url).searchParams.get('of');
  const organisation = of ? own.find(({ id }) => id === of) : own[0];
  if (!organisation) throw new Response(null, { status: of ? 404 : 403 });
  return { organisation, personId };
}

export async function loader(args: LoaderFunctionArgs) {
  const { organisation } = await findOwnHost(args);
  const { read } = args.context.store;
  const { id, name, areaCode } = organisation;
  const area = areaCode ? await findRegion(read, areaCode) : null;
  const prefectures = await findPrefectures(read);
  const day = (at: Date) => formatDay(jstDates(at).day);
  const own = (code: string) => code === area?.prefectureCode;
  return {
    id,
    what: [
      m.areas_share_what_who({ name, area: area?.name ?? name }),
      m.areas_share_what_fields(),
      m.areas_share_what_log(),
      m.areas_share_what_end(),
    ],
    prefectures: [
      ...prefectures.filter(({ code }) => own(code)),
      ...prefectures.filter(({ code }) => !own(code)),
    ].map(({ code, name: label }) => ({ value: code, label })),
    shares: (await findNameShares(read, { organisation })).map((share) => ({
      id: share.id,
      prefectureName: share.prefectureName,
      from: day(share.fromAt),
      until: share.untilAt && day(share.untilAt),
    })),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { organisation, personId } = await findOwnHost(args);
  const { store } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema });
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 });
  const sent = submission.value;
  const seeing = (done: string) =>
    redirect(`/host/names?of=${encodeURIComponent(organisation.id)}&done=${done}`, 303);
  if (sent.intent === 'withdraw') {
    await withdrawHostNames(store, {
      organisation,
      id: sent.share,
      actorId: personId,
      at: now(),
    });
    return seeing('withdrawn');
  }
  const shared = await shareHostNames(store, {
    organisation,
    prefectureCode: sent.prefecture,
    sharedBy: personId,
    at: now(),
  });
  if (shared.ok) return seeing('given');
  const fieldErrors = { prefecture: [m.areas_share_choose_empty()] };
  return data(submission.reply({ fieldErrors }), { status: 400 });
}

export default function NamesPage() {
  const { id, what, prefectures, done } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<z.input<typeof give>>({ id: 'share', lastResult });
  const title = m.areas_share_title();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={title}
        crumbs={[{ title: m.areas_nav_host(), to: `/host?of=${id}` }, { title }]}
      />
      {done === 'given' || done === 'withdrawn' ? (
        <Notice kind="done" role="status">
          <p>{done === 'given' ? m.areas_share_given() : m.areas_share_withdrawn()}</p>
        </Notice>
      ) : null}
      <Shares {...useLoaderData<typeof loader>()} />
      <Card as="section">
        <h2>{m.areas_share_new()}</h2>
        <h3>{m.areas_share_what_title()}</h3>
        <ul className="dots">
          {what.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <PostForm form={form} className="stack">
          <SelectField
            meta={fields.prefecture}
            label={m.areas_share_choose()}
            empty={m.areas_share_choose_none()}
            options={prefectures}
          />
          <ChoiceGroup
            meta={fields.seen}
            legend={m.areas_share_what_title()}
            type="checkbox"
            options={[{ value: 'yes', label: m.areas_share_check() }]}
          />
          <div>
            <Button name="intent" value="give">
              {m.areas_share_give()}
            </Button>
          </div>
        </PostForm>
      </Card>
    </div>
  );
}

function Shares({ shares, id }: ReturnType<typeof useLoaderData<typeof loader>>) {
  if (shares.length === 0) return <p>{m.areas_share_none()}</p>;
  return (
    <DataTable
      caption={m.areas_share_list()}
      columns={[
        { title: m.areas_share_prefecture() },
        { title: m.areas_share_from() },
        { title: m.areas_share_until() },
        { title: m.areas_group_member_change() },
      ]}
      rows={shares.map((share) => [
        share.prefectureName,
        share.from,
        share.until ?? m.areas_share_now(),
        share.until ? null : (
          <form key="withdraw" method="post" action={`/host/names?of=${id}`}>
            <input type="hidden" name="share" value={share.id} />
            <Button
              kind="quiet"
              name="intent"
              value="withdraw"
              aria-label={m.areas_share_withdraw_named({ name: share.prefectureName })}
            >
              {m.areas_share_withdraw()}
            </Button>
          </form>
        ),
      ])}
    />
  );
}
