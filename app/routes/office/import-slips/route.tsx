import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { ENROLMENT_ROLES } from '~/auth/policies/enrolment';
import { listOfArea } from '~/flows/enrolling-area.server';
import { findSlipStates, makeSlips, type Slip } from '~/flows/make-slips.server';
import { now } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PrintButton } from '~/ui/print-button';
import { SlipCard } from '~/ui/slip-card';

/** As many as are hashed while somebody waits, and as lie in a hand. */
const SLIPS_AT_ONCE = 100;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.imports_slips_title() }) },
];

async function findOwn({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...ENROLMENT_ROLES);
  const asked = { code: params.code!, id: params.id!, grants: visitor.grants };
  return { visitor, ...(await listOfArea(context.store.read, asked)) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { area, batch } = await findOwn(args);
  const { left, made, remakable } = await findSlipStates(args.context.store.read, batch);
  return {
    path: `/office/areas/${area.code}`,
    areaName: (area.cityName ?? '') + area.name,
    list: { id: batch.id, fileName: batch.fileName },
    left: left.length,
    made: made.length,
    remakable: remakable.length,
    until: now().toISOString(),
    address: `${args.context.origin}/sign-in`,
  };
}

/** Slips are in this answer and nowhere else. A form that was sent before makes none. */
export async function action(args: ActionFunctionArgs) {
  const { visitor, batch } = await findOwn(args);
  const { store } = args.context;
  const form = await args.request.formData();
  const answer = (slips: Slip[], problem: 'stale' | 'unsure' | null, status = 200) =>
    data({ slips, problem }, { status, headers: { 'Cache-Control': 'no-store' } });

  const isAgain = form.get('intent') === 'again';
  if (isAgain && form.get('sure') !== 'yes') return answer([], 'unsure', 400);
  const typed = new Date(String(form.get('until') ?? ''));
  const replaceUntil = isAgain && !Number.isNaN(typed.getTime()) ? typed : null;
  const states = await findSlipStates(store.read, batch, replaceUntil);
  const people = isAgain ? (replaceUntil ? states.remakable : []) : states.left;
  if (String(people.length) !== form.get('count')) return answer([], 'stale', 409);

  const some = people.slice(0, SLIPS_AT_ONCE);
  const making = { batch, people: some, replaceUntil, actorId: visitor.personId };
  const slips: Slip[] = [];
  for await (const slip of makeSlips(store, making)) {
    slips.push({ ...slip, number: groupCode(slip.number) });
  }
  return answer(slips, null);
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Make({ path, list, left }: Shown) {
  if (left === 0) return <p>{m.imports_slips_none_left()}</p>;
  return (
    <div className="row">
      <form method="post" action="?">
        <input type="hidden" name="count" value={left} />
        <Button name="intent" value="make">
          {m.imports_slips_make({ count: String(Math.min(left, SLIPS_AT_ONCE)) })}
        </Button>
      </form>
      <form method="post" action={`${path}/imports/${list.id}/slips.xlsx`}>
        <input type="hidden" name="count" value={left} />
        <Button kind="second">{m.imports_slips_make_xlsx({ count: String(left) })}</Button>
      </form>
    </div>
  );
}

function Again({ remakable, until, unsure }: Shown & { unsure: boolean }) {
  if (remakable === 0) return null;
  const count = String(Math.min(remakable, SLIPS_AT_ONCE));
  const message = m.imports_slips_again_missing();
  return (
    <section className="stack no-print">
      <h2>{m.imports_slips_again_title()}</h2>
      <p>{m.imports_slips_again_lead({ count: String(remakable) })}</p>
      <PostForm
        form={{ id: 'again', allErrors: unsure ? { sure: [message] } : {} }}
        action="?"
        className="stack"
        kept=""
      >
        <input type="hidden" name="count" value={remakable} />
        <input type="hidden" name="until" value={until} />
        {unsure ? (
          <p id="again-sure-error" className="field-error">
            {message}
          </p>
        ) : null}
        <label className="choice">
          <input
            type="checkbox"
            id="again-sure"
            name="sure"
            value="yes"
            aria-invalid={unsure || undefined}
            aria-describedby={unsure ? 'again-sure-error' : undefined}
          />
          <span>{m.imports_slips_again_sure()}</span>
        </label>
        <Button kind="second" name="intent" value="again">
          {m.imports_slips_again_button({ count })}
        </Button>
      </PostForm>
    </section>
  );
}

export default function SlipsPage() {
  const shown = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { path, areaName, list, left, made, address } = shown;
  const slips = sent?.slips ?? [];
  return (
    <div className="wrap narrow stack-l">
      <div className="no-print stack">
        <PageHead
          title={m.imports_slips_title()}
          lead={m.imports_slips_lead()}
          crumbs={[
            { title: m.office_title({ area: areaName }), to: path },
            { title: m.imports_title(), to: `${path}/imports` },
            { title: list.fileName, to: `${path}/imports/${list.id}` },
            { title: m.imports_slips_title() },
          ]}
        />
        {sent?.problem === 'stale' ? (
          <Notice kind="warm" role="alert">
            <p>{m.imports_slips_stale()}</p>
          </Notice>
        ) : null}
        {slips.length > 0 ? (
          <Notice kind="care" role="status">
            <p>{m.imports_slips_shown({ count: String(slips.length) })}</p>
          </Notice>
        ) : null}
        <ul className="dots">
          <li>{m.imports_slips_left({ count: left.toLocaleString('ja-JP') })}</li>
          <li>{m.imports_slips_made({ count: made.toLocaleString('ja-JP') })}</li>
        </ul>
        {slips.length > 0 ? <PrintButton /> : null}
      </div>
      {slips.map((slip) => (
        <SlipCard key={slip.number} {...slip} address={address} />
      ))}
      <div className="no-print">
        <Make {...shown} />
      </div>
      <Again {...shown} unsure={sent?.problem === 'unsure'} />
      <p className="no-print">
        <ButtonLink to={`${path}/imports/${list.id}`} kind="quiet">
          {m.imports_to_list_back()}
        </ButtonLink>
      </p>
    </div>
  );
}
