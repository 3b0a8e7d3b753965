import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { tryKey } from '~/auth/try-key.server';
import { certificateState } from '~/domain/certificates/certificate-state';
import { findCertificate } from '~/domain/certificates/find-certificate.server';
import type { ErasureReason } from '~/domain/certificates/withdrawal-reasons';
import { printedWords } from '~/domain/certificates/printed-words';
import { countTry } from '~/domain/operation/count-try.server';
import { formatDay, formatTime, jstDates, now } from '~/lib/clock';
import { groupCode, normaliseCode } from '~/lib/code';
import { entryPath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import { languagesAt, pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { CertificateFacts } from '~/ui/certificate-facts';
import { reasonWord } from '~/ui/certificate-words';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { useEdition } from '~/ui/use-edition';

/** Enough for an office that checks a pile of paper, far too few to guess 60 bits. */
const TRIES = 120;
const WINDOW_SECONDS = 10 * 60;

const privately = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' };

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.verify_result_title() }) },
  { name: 'robots', content: 'noindex, nofollow' },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const edition = findEdition(params);
  const at = now();
  const counted = await context.store.tx((db) =>
    countTry(db, {
      key: tryKey(context, 'verify', context.clientAddress),
      limit: TRIES,
      windowSeconds: WINDOW_SECONDS,
      at,
    }),
  );
  if (!counted.ok) {
    const seconds = Math.ceil((counted.retryAt.getTime() - at.getTime()) / 1000);
    return data(
      { state: 'slow' as const, time: formatTime(counted.retryAt) },
      { status: 429, headers: { ...privately, 'Retry-After': String(seconds) } },
    );
  }
  const code = normaliseCode(params.code ?? '');
  const certificate = await findCertificate(context.store.read, { code });
  if (!certificate) return data({ state: 'unknown' as const }, { status: 404, headers: privately });
  const today = jstDates(at).day;
  const { withdrawnAt, withdrawnReason } = certificate;
  return data(
    {
      state: certificateState(certificate, today),
      languages: languagesAt(`/verify/${groupCode(code)}`),
      today: formatDay(today, edition),
      words: printedWords(certificate),
      withdrawn: withdrawnAt && {
        day: formatDay(jstDates(withdrawnAt).day, edition),
        reason: reasonWord(withdrawnReason),
      },
      erased: erasureOf(withdrawnReason),
    },
    { headers: privately },
  );
}

const ERASURES = ['holder-wish', 'retention'] as const satisfies ErasureReason[];

/** Why no name stands on it any more; null for one that has its name. */
function erasureOf(reason: string | null): ErasureReason | null {
  return ERASURES.find((one) => one === reason) ?? null;
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;
type Found = Extract<Shown, { words: unknown }>;

export default function VerifiedPage() {
  const shown = useLoaderData<typeof loader>();
  if (shown.state === 'slow') return <Slow time={shown.time} />;
  if (shown.state === 'unknown') return <Unknown />;
  return <Known {...shown} />;
}

function Known({ state, today, words, withdrawn, erased }: Found) {
  const edition = useEdition();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.verify_result_title()}
        crumbs={[
          { title: m.common_home(), to: entryPath(edition) },
          { title: m.verify_title(), to: pathIn(edition, '/verify') },
          { title: m.verify_result_title() },
        ]}
      />
      {words.specimen ? (
        <Notice kind="warm" title={m.verify_specimen_title()}>
          <p>{m.verify_specimen_body()}</p>
        </Notice>
      ) : null}
      {state === 'valid' ? (
        <Notice kind="done" title={m.verify_valid_title()}>
          <p>{m.verify_as_of({ day: today })}</p>
        </Notice>
      ) : null}
      {withdrawn && erased ? <Erased reason={erased} day={withdrawn.day} /> : null}
      {state === 'withdrawn' && withdrawn && !erased ? (
        <Notice kind="error" title={m.verify_withdrawn_title()}>
          <p>{m.verify_withdrawn_body(withdrawn)}</p>
          <p>{m.verify_withdrawn_note()}</p>
        </Notice>
      ) : null}
      {state === 'expired' && words.expiresOn ? (
        <Notice kind="error" title={m.verify_expired_title()}>
          <p>{m.verify_expired_body({ day: formatDay(words.expiresOn, edition) })}</p>
          <p>{m.verify_as_of({ day: today })}</p>
        </Notice>
      ) : null}
      <Card as="section">
        <h2>{m.verify_facts_title()}</h2>
        {erased ? null : <p>{m.verify_compare()}</p>}
        <CertificateFacts words={words} />
      </Card>
      <section className="stack-s">
        <h2>{m.verify_not_title()}</h2>
        <ul className="dots">
          <li>{m.verify_not_identity()}</li>
          <li>{m.verify_not_skill()}</li>
          <li>{m.verify_not_licence()}</li>
          <li>{m.verify_not_since()}</li>
          <li>{m.verify_not_paper()}</li>
        </ul>
      </section>
      <Again />
    </div>
  );
}

function Erased({ reason, day }: { reason: ErasureReason; day: string }) {
  const isWish = reason === 'holder-wish';
  return (
    <Notice kind="error" title={isWish ? m.trust_verify_wish_title() : m.trust_verify_kept_title()}>
      <p>{isWish ? m.trust_verify_wish_body({ day }) : m.trust_verify_kept_body({ day })}</p>
      <p>{m.trust_verify_erased_note()}</p>
    </Notice>
  );
}

function Unknown() {
  return (
    <div className="wrap narrow stack">
      <h1>{m.verify_unknown_title()}</h1>
      <p>{m.verify_unknown_lead()}</p>
      <ul className="dots">
        <li>{m.verify_unknown_typed()}</li>
        <li>{m.verify_unknown_alike()}</li>
        <li>{m.verify_unknown_number()}</li>
      </ul>
      <p>{m.verify_unknown_ask()}</p>
      <Again />
    </div>
  );
}

function Slow({ time }: { time: string }) {
  return (
    <div className="wrap narrow stack">
      <h1>{m.verify_slow_title()}</h1>
      <p>{m.verify_slow_body({ time })}</p>
    </div>
  );
}

function Again() {
  const edition = useEdition();
  return (
    <p>
      <ButtonLink to={pathIn(edition, '/verify')} kind="second">
        {m.verify_again()}
      </ButtonLink>
    </p>
  );
}
