import { formatDay } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import * as m from '~/paraglide/messages';
import { useEdition } from './use-edition';

type Words = {
  code: string;
  number: string;
  title: string;
  courseTitle: string;
  holderName: string;
  holderKana: string;
  bodyText: string;
  hostName: string;
  hostDepartment: string | null;
  issuedOn: string;
  expiresOn: string | null;
  minutes: number | null;
  versionNumber: number | null;
};

type Fact = {
  title: string;
  value: string | null;
  /** The language of the paper, where that is not the page's. */
  original?: 'ja' | undefined;
  /** What it means, for who cannot read it. */
  note?: () => string;
};

/** Every word on a certificate's paper: in its own language, under titles in the reader's. */
export function CertificateFacts({ words }: { words: Words }) {
  const edition = useEdition();
  const { expiresOn, hostDepartment, minutes, versionNumber } = words;
  const original = edition === 'en' ? 'ja' : undefined;
  const facts: Fact[] = [
    { title: m.verify_fact_number(), value: words.number, original },
    {
      title: m.verify_fact_title(),
      value: words.title,
      original,
      note: m.editions_certificate_word,
    },
    { title: m.verify_fact_course(), value: words.courseTitle, original },
    { title: m.verify_fact_holder(), value: words.holderName, original },
    { title: m.verify_fact_kana(), value: words.holderKana, original },
    {
      title: m.verify_fact_body(),
      value: words.bodyText,
      original,
      note: m.editions_certificate_body,
    },
    { title: m.verify_fact_issued(), value: formatDay(words.issuedOn, edition) },
    { title: m.verify_fact_expires(), value: expiresOn && formatDay(expiresOn, edition) },
    {
      title: m.verify_fact_host(),
      value: [words.hostName, hostDepartment].filter(Boolean).join(' '),
      original,
    },
    {
      title: m.verify_fact_minutes(),
      value: minutes === null ? null : m.verify_fact_minutes_value({ minutes: String(minutes) }),
    },
    {
      title: m.verify_fact_version(),
      value:
        versionNumber === null
          ? null
          : m.verify_fact_version_value({ version: String(versionNumber) }),
    },
  ];
  return (
    <div>
      <dl className="facts">
        {facts.map(({ title, value, original: lang, note }) =>
          value ? (
            <div key={title} className="contents">
              <dt>{title}</dt>
              <dd>
                <span lang={lang}>{value}</span>
                {note && edition ? <span className="small block font-normal">{note()}</span> : null}
              </dd>
            </div>
          ) : null,
        )}
        <dt>{m.verify_fact_code()}</dt>
        <dd>
          <span className="code-text">{groupCode(words.code)}</span>
        </dd>
      </dl>
    </div>
  );
}
