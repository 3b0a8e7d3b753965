import type { Certificate } from './issue-certificate.server';

export type PrintedWords = Pick<
  Certificate,
  | 'code'
  | 'number'
  | 'title'
  | 'courseTitle'
  | 'holderName'
  | 'holderKana'
  | 'bodyText'
  | 'hostName'
  | 'hostDepartment'
  | 'issuedOn'
  | 'expiresOn'
  | 'minutes'
  | 'versionNumber'
  | 'specimen'
>;

/** What stands on the paper, and nothing else: all that anyone with the code is shown. */
export function printedWords(certificate: Certificate): PrintedWords {
  return {
    code: certificate.code,
    number: certificate.number,
    title: certificate.title,
    courseTitle: certificate.courseTitle,
    holderName: certificate.holderName,
    holderKana: certificate.holderKana,
    bodyText: certificate.bodyText,
    hostName: certificate.hostName,
    hostDepartment: certificate.hostDepartment,
    issuedOn: certificate.issuedOn,
    expiresOn: certificate.expiresOn,
    minutes: certificate.minutes,
    versionNumber: certificate.versionNumber,
    specimen: certificate.specimen,
  };
}
