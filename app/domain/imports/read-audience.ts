/** Words of occupations and roles by the class that is reported; the first that fits. */
const CLASSES: [string, RegExp][] = [
  ['other', /^その他/],
  ['police', /警察/],
  ['fire', /消防|救急救命/],
  ['care-manager', /介護支援専門員|ケアマネ/],
  ['welfare-commissioner', /民生|児童委員|健康普及/],
  ['physician', /かかりつけ医|医師|開業医/],
  ['educator', /教職|教員|教師|教諭|校長|教頭|学校職員|スクール/],
  ['health-worker', /保健|看護/],
  ['counsellor', /相談員|弁護士|司法書士|社会保険労務士|相談支援/],
  ['public-servant', /行政|公務員|市職員|町職員|村職員|区職員|県職員|府職員|都職員|役所|役場/],
  [
    'resident',
    /一般|住民|市民|町民|村民|区民|会社員|自営|主婦|主夫|学生|生徒|無職|パート|アルバイト|年金|農業|漁業|ボランティア/,
  ],
];

/** The class of an audience, for words a list may use. Nothing is a resident; null for words that say none. */
export function readAudience(typed: string): string | null {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  if (text === '') return 'resident';
  return CLASSES.find(([code, words]) => text === code || words.test(text))?.[0] ?? null;
}
