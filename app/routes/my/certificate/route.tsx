import {
  data,
  redirect,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRegistered } from '~/auth/guards.server';
import { certificateState } from '~/domain/certificates/certificate-state';
import { findCertificate } from '~/domain/certificates/find-certificate.server';
import { findSamePeople } from '~/domain/people/find-same-people.server';
import { printedWords } from '~/domain/certificates/printed-words';
import { printCertificate } from '~/flows/print-certificate.server';
import { findRenewalOf, renewProgramme } from '~/flows/renew-programme.server';
import { formatDay, jstDates, now } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import { coursePath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import { languagesAt, pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { CertificateFacts } from '~/ui/certificate-facts';
import { reasonWord, stateWord } from '~/ui/certificate-words';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { Tag } from '~/ui/tag';
import { useEdition } from '~/ui/use-edition';
import { Renewal } from './renewal';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.my_certificate_title() }) },
];

async function findOwn({ params, request, context }: LoaderFunctionArgs) {
  const edition = findEdition(params);
  const { personId } = await requireRegistered(request, context);
  const certificate = await findCertificate(context.store.read, { id: params.id! });
  const hers = await findSamePeople(context.store.read, { personId });
  if (!certificate || !hers.includes(certificate.personId)) {
    throw new Response(null, { status: 404 });
  }
  const programme = context.content.programmes.find(
    ({ code }) => code === certificate.programmeCode,
  );
  return { edition, personId, certificate, programme, at: now() };
}

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const own = await findOwn(args);
  const { certificate, edition } = own;
  const renewal = await findRenewalOf(context.store.read, own);
  const { id, code, withdrawnAt, withdrawnReason } = certificate;
  const refused = new URL(request.url).searchParams.get('print') === 'refused';
  const printed = refused && !withdrawnAt ? printCertificate(certificate, context) : null;
  return data(
    {
      id,
      words: printedWords(certificate),
      state: certificateState(certificate, jstDates(now()).day),
      languages: languagesAt(`/my/certificates/${id}`),
      verifyPath: `/verify/${groupCode(code)}`,
      origin: context.origin,
      withdrawn: withdrawnAt && {
        day: formatDay(jstDates(withdrawnAt).day, edition),
        reason: reasonWord(withdrawnReason),
      },
      missingLetters: printed?.ok === false ? printed.characters : [],
      renewal: renewal && {
        ...renewal,
        opensOn: 'opensOn' in renewal ? formatDay(renewal.opensOn, edition) : '',
        course: 'course' in renewal ? coursePath(edition, renewal.course) : '',
      },
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

/** Begins to learn anew what the certificate attests. */
export async function action(args: LoaderFunctionArgs) {
  const own = await findOwn(args);
  const course = await renewProgramme(args.context.store, own);
  const { edition, certificate } = own;
  const page = pathIn(edition, `/my/certificates/${certificate.id}`);
  return redirect(course ? coursePath(edition, course) : page, 303);
}

export default function MyCertificatePage() {
  const edition = useEdition();
  const { id, words, state, origin, verifyPath, withdrawn, missingLetters, renewal } =
    useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.my_certificate_title()}
        crumbs={[
          { title: m.my_title(), to: pathIn(edition, '/my') },
          { title: m.my_certificate_title() },
        ]}
      />
      {withdrawn ? (
        <Notice kind="error" title={m.my_certificate_withdrawn_title()}>
          <p>{m.my_certificate_withdrawn(withdrawn)}</p>
        </Notice>
      ) : null}
      {missingLetters.length > 0 ? (
        <Notice kind="error" role="alert" title={m.my_certificate_letters_title()}>
          <p>{m.my_certificate_letters({ letters: missingLetters.join(' ') })}</p>
          <p>{m.my_certificate_letters_kept()}</p>
        </Notice>
      ) : null}
      {words.specimen ? (
        <Notice kind="warm" title={m.verify_specimen_title()}>
          <p>{m.verify_specimen_body()}</p>
        </Notice>
      ) : null}
      {edition ? (
        <Notice title={m.editions_certificate_title()}>
          <p>{m.editions_certificate_original()}</p>
          <p>{m.editions_certificate_meaning()}</p>
        </Notice>
      ) : null}
      <Card as="section">
        <Tag kind={state === 'valid' ? 'accent' : 'warm'}>{stateWord(state)}</Tag>
        <CertificateFacts words={words} />
        {withdrawn ? null : (
          <p>
            <ButtonLink to={`/my/certificates/${id}.pdf`}>{m.my_certificate_download()}</ButtonLink>
          </p>
        )}
      </Card>
      {renewal ? <Renewal id={id} renewal={renewal} /> : null}
      <section className="stack-s">
        <h2>{m.my_certificate_verify()}</h2>
        <p>
          <a href={verifyPath} hrefLang="ja">
            {origin + verifyPath}
          </a>
        </p>
        <p className="small">{m.my_certificate_verify_hint()}</p>
        {edition ? (
          <p>
            <a href={pathIn(edition, verifyPath)}>{m.my_certificate_verify_here()}</a>
          </p>
        ) : null}
      </section>
    </div>
  );
}
