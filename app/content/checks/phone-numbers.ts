import type { Problem } from '../refusal';
import { offsetIn, problemAt, type CheckedText } from './passages';

/** Numbers everybody may be told without asking a list. */
const EVERYWHERE = ['110', '119'];

const NUMBERS = [
  /(?<![\d-])\+?81[-( ]\d{1,4}[-) ]\d{1,4}-?\d{3,4}(?!\d)/g,
  /(?<![\d-])0\d{1,4}[-( ]{1,2}\d{1,4}[-) ]{1,2}\d{3,4}(?![\d-])/g,
  /(?<![\d.,-])0\d{9,10}(?!\d)/g,
  /#\d{4}(?!\d)/g,
  /(?<!\d)1\d{2}(?=番(?![目号地]))/g,
];

/** A telephone number stands in the directory, where somebody keeps it right; anywhere else it is one of those. */
export function checkPhoneNumbers(text: CheckedText, directory: readonly string[]): Problem[] {
  if (text.file.includes('directory/')) return [];
  const known = new Set([...EVERYWHERE, ...directory].map(digitsOf));
  const problems: Problem[] = [];
  const judge = (number: string, offset: number) => {
    if (known.has(digitsOf(number))) return;
    problems.push(
      problemAt(
        text,
        offset,
        `電話番号 ${number.trim()} は、相談先の一覧（directory）にありません`,
        '番号は書かず、窓口の名前と [相談先の一覧](/help) へのリンクにしてください。新しい窓口は directory に加えられます',
      ),
    );
  };
  for (const passage of text.passages) {
    const plain = passage.text.replace(/[０-９＃（）－ー―‐–—−‑]/g, narrow);
    for (const pattern of NUMBERS)
      for (const { index, 0: found } of plain.matchAll(pattern))
        judge(found, offsetIn(passage, index));
  }
  for (const { url, offset } of text.links) {
    if (url.startsWith('tel:')) judge(url.slice('tel:'.length), offset);
  }
  return problems;
}

/** Of the same length, so that places stay true. */
function narrow(sign: string): string {
  if (/[－ー―‐–—−‑]/.test(sign)) return '-';
  return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
}

function digitsOf(number: string): string {
  return number.replace(/^\+?81(?=\D)/, '0').replace(/[^\d#]/g, '');
}
