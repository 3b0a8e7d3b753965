import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { keepSetting } from '~/domain/operation/keep-setting.server';
import { RETENTION_CLOCK } from '~/domain/retention/find-last-known.server';
import { countWords, findRetention, retentionWords } from '~/flows/find-retention.server';
import { auditTime } from '~/flows/read-audit.server';
import { runRetention } from '~/flows/run-retention.server';
import { now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

/** Somebody who presses twice asked once. */
const TRY_REST_MS = 20_000;

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.audit_retention_title() }) },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(request, context, 'operator');
  const at = now();
  const { tried, done, clock, lastKnown } = await findRetention(context.store.read, { at });
  const { retention } = context.content;
  return data(
    {
      rules: retention ? retentionWords(retention) : null,
      clock: clock && lastKnown ? { now: auditTime(at), lastKnown: auditTime(lastKnown) } : null,
      tried: tried && { at: auditTime(tried.at), counts: countWords(tried.result) },
      done: done.map(({ at: day, result }) => ({
        at: auditTime(day),
        counts: countWords(result).map(([, count]) => count),
      })),
      kinds: countWords({}).map(([what]) => what),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { personId } = await requireRole(request, context, 'operator');
  const intent = (await request.formData()).get('intent');
  const { store, origin, mail } = context;
  const at = now();
  if (intent === 'clock') {
    await store.tx(async (db) => {
      await keepSetting(db, { key: RETENTION_CLOCK, value: at.toISOString(), at });
      const deed = { action: 'retention.clock', subjectKind: 'retention', subjectId: 'clock' };
      await recordAudit(db, { at, actorId: personId, ...deed });
    });
    return redirect('/admin/retention');
  }
  const rules = context.content.retention;
  if (intent !== 'try' || !rules) throw new Response(null, { status: 400 });
  const { tried } = await findRetention(store.read, { at });
  if (!tried || at.getTime() - tried.at.getTime() > TRY_REST_MS) {
    await runRetention(store, { rules, at, dryRun: true, mail, origin });
  }
  return redirect('/admin/retention#tonight');
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function RetentionPage() {
  const shown = useLoaderData<typeof loader>();
  return (
    <div className="wrap stack-l">
      <PageHead
        title={m.audit_retention_title()}
        lead={m.audit_retention_lead()}
        crumbs={[
          { title: m.audit_title(), to: '/admin/audit' },
          { title: m.audit_retention_title() },
        ]}
      />
      {shown.clock ? <Clock {...shown.clock} /> : null}
      {shown.rules ? (
        <>
          <Rules rules={shown.rules} />
          <Tonight tried={shown.tried} isStopped={shown.clock !== null} />
        </>
      ) : (
        <Notice kind="error" title={m.audit_retention_unread_title()}>
          <p>{m.audit_retention_unread()}</p>
        </Notice>
      )}
      <Done done={shown.done} kinds={shown.kinds} />
    </div>
  );
}

function Clock({ now: at, lastKnown }: NonNullable<Shown['clock']>) {
  return (
    <Notice kind="error" title={m.audit_clock_title()} role="alert">
      <p>{m.audit_clock_body({ now: at, last: lastKnown })}</p>
      <form method="post">
        <input type="hidden" name="intent" value="clock" />
        <Button kind="second">{m.audit_clock_right()}</Button>
      </form>
    </Notice>
  );
}

function Rules({ rules }: { rules: NonNullable<Shown['rules']> }) {
  return (
    <section className="stack-s wrapping-table">
      <h2>{m.audit_rules_title()}</h2>
      <p>{m.audit_rules_lead()}</p>
      <DataTable
        caption={m.audit_rules_title()}
        captionHidden
        columns={[m.audit_rules_what(), m.audit_rules_until(), m.audit_rules_then()].map(
          (title) => ({ title }),
        )}
        rows={rules}
      />
    </section>
  );
}

function Tonight({ tried, isStopped }: { tried: Shown['tried']; isStopped: boolean }) {
  return (
    <section className="stack-s" id="tonight">
      <h2>{m.audit_tonight_title()}</h2>
      <p>{m.audit_tonight_lead()}</p>
      {tried ? (
        <DataTable
          caption={m.audit_tonight_caption({ at: tried.at })}
          columns={[
            { title: m.audit_tonight_what() },
            { title: m.audit_col_count(), align: 'right' as const },
          ]}
          rows={tried.counts}
        />
      ) : (
        <p>{m.audit_tonight_none()}</p>
      )}
      {isStopped ? null : (
        <form method="post">
          <input type="hidden" name="intent" value="try" />
          <Button kind="second">{m.audit_tonight_try()}</Button>
        </form>
      )}
    </section>
  );
}

function Done({ done, kinds }: Pick<Shown, 'done' | 'kinds'>) {
  return (
    <section className="stack-s">
      <h2>{m.audit_done_title()}</h2>
      {done.length > 0 ? (
        <DataTable
          caption={m.audit_done_caption()}
          captionHidden
          columns={[
            { title: m.audit_col_at() },
            ...kinds.map((title) => ({ title, align: 'right' as const })),
          ]}
          rows={done.map(({ at, counts }) => [at, ...counts])}
        />
      ) : (
        <p>{m.audit_done_none()}</p>
      )}
    </section>
  );
}
