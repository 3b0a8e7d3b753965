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
import { requireRole } from '~/auth/guards.server';
import { mayReadCertificate, mayWithdrawCertificate } from '~/auth/policies/certificate';
import { findAudit } from '~/domain/audit/find-audit.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { certificateState } from '~/domain/certificates/certificate-state';
import { findCertificate } from '~/domain/certificates/find-certificate.server';
import { printedWords } from '~/domain/certificates/printed-words';
import { withdrawCertificate } from '~/flows/withdraw-certificate.server';
import { formatDay, formatTime, jstDates, now } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import * as m from '~/paraglide/messages';
import { Card } from '~/ui/card';
import { CertificateFacts } from '~/ui/certificate-facts';
import { reasonWord, stateWord } from '~/ui/certificate-words';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { Tag } from '~/ui/tag';
import { ConfirmWithdrawal } from './confirm-withdrawal';
import { History } from './history';
import { withdrawalForm } from './withdrawal-form';
import { WithdrawForm } from './withdraw-form';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  {
    title: m.common_title({
      page: shown
        ? m.admin_certificate_title({ number: shown.words.number })
        : m.admin_certificates_title(),
    }),
  },
];

/** One answer for a certificate of somebody else's and for one that does not exist. */
async function findOwnCertificate({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, 'trainer', 'operator');
  const certificate = await findCertificate(context.store.read, { id: params.id! });
  if (!certificate || !mayReadCertificate(visitor.grants, certificate)) {
    throw new Response(null, { status: 403 });
  }
  return { visitor, certificate };
}

export async function loader(args: LoaderFunctionArgs) {
  const { visitor, certificate } = await findOwnCertificate(args);
  const { id, code, withdrawnAt, withdrawnReason, createdAt } = certificate;
  const subject = { subjectKind: 'certificate', subjectId: id };
  const at = now();
  const view = { action: 'certificate.view', areaCode: certificate.areaCode, detail: { rows: 1 } };
  const actorId = visitor.personId;
  await args.context.store.tx((db) => recordAudit(db, { at, actorId, ...view, ...subject }));
  const withdrawals = { ...subject, action: 'certificate.withdraw' };
  const history = await findAudit(args.context.store.read, withdrawals);
  return data(
    {
      words: printedWords(certificate),
      state: certificateState(certificate, jstDates(at).day),
      verify: `/verify/${groupCode(code)}`,
      issuedAt: `${formatDay(jstDates(createdAt).day)} ${formatTime(createdAt)}`,
      mayWithdraw: !withdrawnAt && mayWithdrawCertificate(visitor.grants, certificate),
      withdrawn: withdrawnAt && {
        day: formatDay(jstDates(withdrawnAt).day),
        reason: reasonWord(withdrawnReason),
      },
      history: history.map(({ at: withdrawn, actorName, detail }) => ({
        at: `${formatDay(jstDates(withdrawn).day)} ${formatTime(withdrawn)}`,
        actor: actorName,
        what: m.admin_history_withdraw({ reason: reasonWord(String(detail?.reason ?? '')) }),
        note: certificate.withdrawnNote ?? '',
      })),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action(args: ActionFunctionArgs) {
  const { visitor, certificate } = await findOwnCertificate(args);
  if (!mayWithdrawCertificate(visitor.grants, certificate))
    throw new Response(null, { status: 403 });
  const form = await args.request.formData();
  const submission = parseWithZod(form, { schema: withdrawalForm });
  if (submission.status !== 'success') {
    return data({ refused: submission.reply(), confirm: null }, { status: 400 });
  }
  const { reason, note, step } = submission.value;
  if (step === 'edit') return data({ refused: submission.reply(), confirm: null });
  if (step === 'check') return data({ refused: null, confirm: { reason, note } });
  const result = await withdrawCertificate(args.context.store, {
    certificateId: certificate.id,
    withdrawnBy: visitor.personId,
    reason,
    note,
    areaCode: certificate.areaCode,
    at: now(),
  });
  if (result.ok) return redirect(`/admin/certificates/${certificate.id}`, 303);
  const formErrors = [m.admin_already()];
  return data({ refused: submission.reply({ formErrors }), confirm: null }, { status: 400 });
}

export default function CertificatePage() {
  const shown = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { words, state, withdrawn, mayWithdraw, history } = shown;
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.admin_certificate_title({ number: words.number })}
        crumbs={[
          { title: m.admin_certificates_title(), to: '/admin/certificates' },
          { title: words.number },
        ]}
      />
      {withdrawn ? (
        <Notice kind="warm" title={m.admin_withdrawn_title()} role="status">
          {sent?.refused?.error ? <p>{m.admin_already()}</p> : null}
          <p>{m.admin_withdrawn(withdrawn)}</p>
        </Notice>
      ) : null}
      {sent?.confirm ? <ConfirmWithdrawal words={words} {...sent.confirm} /> : null}
      <Card as="section">
        <h2>{m.admin_certificate_facts()}</h2>
        <p className="row">
          <Tag kind={state === 'valid' ? 'accent' : 'warm'}>{stateWord(state)}</Tag>
          {words.specimen ? <Tag kind="warm">{m.admin_specimen()}</Tag> : null}
        </p>
        <CertificateFacts words={words} />
        <p className="small">{m.admin_certificate_issued_at({ at: shown.issuedAt })}</p>
        <p>
          <a href={shown.verify}>{m.admin_certificate_verify()}</a>
        </p>
      </Card>
      <History rows={history} />
      {mayWithdraw && !sent?.confirm ? <WithdrawForm lastResult={sent?.refused} /> : null}
    </div>
  );
}
