import { normaliseCode } from '~/lib/code';
import { foldText } from '~/lib/japanese';

export type CertificateQuery =
  | { kind: 'number'; prefix: string; fiscalYear: number; serial: number }
  | { kind: 'code'; code: string }
  /** `name` as it is written on certificates, `kana` folded as people's kana are. */
  | { kind: 'name'; name: string; kana: string };

const CODE_LENGTH = 12;
const NUMBER = /([0-9A-Z]+)-(\d{4})-(\d{1,9})/;
const GROUPED_CODE = /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/;
const DASHES = /[‐-―−ー]/g;

/** What somebody looks for: a certificate's number, its verification code, or a name. */
export function certificateQuery(typed: string): CertificateQuery {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/\s/g, '').replace(DASHES, '-');
  const number = GROUPED_CODE.test(plain) ? null : NUMBER.exec(plain);
  if (number) {
    const [, prefix, fiscalYear, serial] = number;
    return {
      kind: 'number',
      prefix: prefix!,
      fiscalYear: Number(fiscalYear),
      serial: Number(serial),
    };
  }
  const code = normaliseCode(typed);
  if (code.length === CODE_LENGTH && /^[0-9A-Z-]+$/.test(plain) && /[\d-]/.test(plain)) {
    return { kind: 'code', code };
  }
  const name = typed.replace(/[\s\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu, '');
  return { kind: 'name', name, kana: foldText(typed) };
}
