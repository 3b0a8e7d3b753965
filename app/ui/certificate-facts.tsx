import { formatDay } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import * as m from '~/paraglide/messages';

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

/** Every word on a certificate's paper. */
export function CertificateFacts({ words }: { words: Words }) {
  const { expiresOn, hostDepartment, minutes, versionNumber } = words;
  const facts: [title: string, value: string | null][] = [
    [m.verify_fact_number(), words.number],
    [m.verify_fact_title(), words.title],
    [m.verify_fact_course(), words.courseTitle],
    [m.verify_fact_holder(), words.holderName],
    [m.verify_fact_kana(), words.holderKana],
    [m.verify_fact_body(), words.bodyText],
    [m.verify_fact_issued(), formatDay(words.issuedOn)],
    [m.verify_fact_expires(), expiresOn === null ? null : formatDay(expiresOn)],
    [m.verify_fact_host(), [words.hostName, hostDepartment].filter(Boolean).join(' ')],
    [
      m.verify_fact_minutes(),
      minutes === null ? null : m.verify_fact_minutes_value({ minutes: String(minutes) }),
    ],
    [
      m.verify_fact_version(),
      versionNumber === null
        ? null
        : m.verify_fact_version_value({ version: String(versionNumber) }),
    ],
  ];
  return (
    <div>
      <dl className="facts">
        {facts.map(([title, value]) =>
          value ? (
            <div key={title} className="contents">
              <dt>{title}</dt>
              <dd>{value}</dd>
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
