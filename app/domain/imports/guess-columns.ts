import type { ColumnMapping } from '~/db/tables/imports';
import type { ImportField } from './import-fields';

/** Words of columns that stand beside the person: of somebody else, of the event, of the form. */
const OTHERS =
  /保護者|代理|緊急|担当|同伴|団体名|会社|勤務先|学校名|施設名|講座|件名|手続|電話|郵便|住所|性別|番号|日時|時刻|備考|同意|アンケート|確認用|再入力/;
const KANA = /フリガナ|ふりがな|カナ|かな|ヨミ|よみ|読み/;
const FAMILY = /姓|苗字|名字|^氏$|[(_・]氏\)?$|^セイ$|^せい$|[(_・](セイ|せい)\)?$/;
const GIVEN = /^名$|[(_・]名\)?$|^名\(|下の名|^メイ$|^めい$|[(_・](メイ|めい)\)?$/;
const NAME = /氏名|名前|なまえ|受講者名|参加者名|申込者名|^name$|fullname/;

const PLAIN: [ImportField, RegExp][] = [
  ['email', /メール|e-?mail|^mail/],
  ['birth', /生年|誕生/],
  ['ageBand', /年代|年齢層|年齢区分/],
  ['relation', /在住|在勤|在学|関わり|かかわり/],
  ['municipality', /市区町村|区市町村|市町村|団体コード|自治体/],
  ['audience', /対象|職業|職種|立場|属性/],
];

function fieldOf(title: string): ImportField | null {
  const text = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*※]|【.*?】|\[.*?\]|\((必須|任意|漢字|全角|半角|全角カナ|半角カナ)\)/g, '')
    .replace(/^(q|問|設問)?\d+[.:)_]?/, '');
  if (text === '' || (OTHERS.test(text) && !/団体コード/.test(text))) return null;
  const plain = PLAIN.find(([, words]) => words.test(text));
  if (plain) return plain[0];
  const isKana = KANA.test(title.normalize('NFKC')) || /^(セイ|メイ|せい|めい)$/.test(text);
  const bare = text.replace(/\((フリガナ|ふりがな|カナ|かな)\)|フリガナ|ふりがな|カナ|かな/g, '');
  const part = /[(_・](セイ|せい|メイ|めい)\)?$/.test(text);
  if (FAMILY.test(text) || FAMILY.test(bare)) return isKana || part ? 'familyKana' : 'familyName';
  if (GIVEN.test(text) || GIVEN.test(bare)) return isKana || part ? 'givenKana' : 'givenName';
  if (isKana) return 'kana';
  return NAME.test(text) ? 'name' : null;
}

/** A form fills the columns of people it does not know with one word. */
function isFilled(rows: readonly string[][], column: number): boolean {
  if (rows.length === 0) return true;
  return rows.some((row) => !/^(anonymous|匿名)?$/i.test((row[column] ?? '').trim()));
}

/** Which column is which, by the words of the header; the first that fits and is filled wins. */
export function guessColumns(
  header: readonly string[],
  firstRows: readonly string[][] = [],
): ColumnMapping {
  const mapping: ColumnMapping = {};
  for (const [column, title] of header.entries()) {
    const field = fieldOf(title);
    if (field && !(field in mapping) && isFilled(firstRows, column)) mapping[field] = column;
  }
  if ('name' in mapping) {
    delete mapping.familyName;
    delete mapping.givenName;
  }
  if ('kana' in mapping) {
    delete mapping.familyKana;
    delete mapping.givenKana;
  }
  return mapping;
}
