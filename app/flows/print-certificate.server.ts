import { renderCertificate, type RenderedCertificate } from '~/documents/certificate.server';
import type { Certificate } from '~/domain/certificates/issue-certificate.server';
import { formatDay } from '~/lib/clock';
import { groupCode } from '~/lib/code';

/** The printed certificate, from nothing but what was copied when it was issued. */
export function printCertificate(
  certificate: Certificate,
  { origin }: { origin: string },
): RenderedCertificate {
  const { code, issuedOn, expiresOn, ...words } = certificate;
  const verifyCode = groupCode(code);
  return renderCertificate({
    title: words.title,
    courseTitle: words.courseTitle,
    number: words.number,
    holderName: words.holderName,
    holderKana: words.holderKana,
    bodyText: words.bodyText,
    issuedOnText: formatDay(issuedOn),
    expiresOnText: expiresOn === null ? null : formatDay(expiresOn),
    hostName: words.hostName,
    hostDepartment: words.hostDepartment,
    verifyUrl: `${origin}/verify/${verifyCode}`,
    verifyCode,
    minutes: words.minutes,
    versionNumber: words.versionNumber,
    specimen: words.specimen,
  });
}
