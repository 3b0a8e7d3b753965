import { PRIVATE_USE } from './furigana-marks';
import { positionAt, type Problem } from './refusal';

export const SOURCE_LIMIT_BYTES = 200 * 1024;
const BLOCK_LIMIT_CHARS = 12_000;
const OPEN_BRACKETS_LIMIT = 24;
const OPEN_TAGS_LIMIT = 24;
const EMPHASIS_LIMIT = 300;

/** What must be known before any parser sees a text: its size, its signs, and how deep it nests. */
export function checkSource(source: string): Problem[] {
  const bytes = Buffer.byteLength(source);
  if (bytes > SOURCE_LIMIT_BYTES) return [tooLarge(bytes)];
  return [...checkSigns(source), ...checkNesting(source)];
}

export function tooLarge(bytes: number): Problem {
  return {
    line: 1,
    column: 1,
    reason: `ファイルが大きすぎます（${Math.ceil(bytes / 1024)} KB）`,
    remedy: `${SOURCE_LIMIT_BYTES / 1024} KB までにおさめてください。長いときは課を分けられます`,
  };
}

function checkSigns(source: string): Problem[] {
  const problems: Problem[] = [];
  const add = (found: RegExpExecArray | null, reason: string, remedy: string) => {
    if (found) problems.push({ ...positionAt(source, found.index), reason, remedy });
  };
  add(
    PRIVATE_USE.exec(source),
    '外字（私用領域の文字）が入っています',
    'ほかの人の画面では読めません。ふつうの漢字かかなに直してください',
  );

  add(
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFD]/.exec(source.replaceAll('\r\n', ' \n')),
    '見えない制御文字が入っています',
    'その行を打ち直してください。保存は UTF-8 にしてください',
  );
  add(
    /[\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/.exec(source),
    '文字の向きや区切りを変える、見えない文字が入っています',
    'その行を打ち直してください',
  );
  add(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(source),
    '壊れた文字が入っています',
    'その行を打ち直してください',
  );
  return problems;
}

function checkNesting(source: string): Problem[] {
  const tooDeep = (offset: number): Problem => ({
    ...positionAt(source, offset),
    reason: 'かっこや入れ子が深すぎます',
    remedy: '入れ子を減らして、短く書き直してください',
  });
  let openTags = 0;
  let offset = 0;
  for (const block of source.split(/(?<=\n[ \t]*\n)/)) {
    if (block.length > BLOCK_LIMIT_CHARS) {
      return [
        {
          ...positionAt(source, offset),
          reason: '一つの段落が長すぎます',
          remedy: '空行を入れて、段落を分けてください',
        },
      ];
    }
    let openBrackets = 0;
    let emphasis = 0;
    for (let i = 0; i < block.length; i++) {
      const sign = block[i];
      if (sign === '[' || sign === '{' || sign === '(') openBrackets++;
      else if ((sign === ']' || sign === '}' || sign === ')') && openBrackets > 0) openBrackets--;
      else if (sign === '*' || sign === '_' || sign === '~' || sign === '`') emphasis++;
      if (openBrackets > OPEN_BRACKETS_LIMIT || emphasis > EMPHASIS_LIMIT)
        return [tooDeep(offset + i)];
    }
    for (const tag of block.matchAll(/<(\/?)[^<>\s/]*[^<>]{0,500}?(\/?)(?:>|(?=<)|$)/g)) {
      if (tag[1]) openTags = Math.max(0, openTags - 1);
      else if (!tag[2]) openTags++;
      if (openTags > OPEN_TAGS_LIMIT) return [tooDeep(offset + tag.index)];
    }
    for (const line of block.matchAll(/^[ \t>*+\-0-9.)]*/gm)) {
      const marks = line[0].match(/>|[*+-][ \t]|[0-9]+[.)][ \t]/g)?.length ?? 0;
      if (marks > 6 || /^[ \t]{60}/.test(line[0])) return [tooDeep(offset + line.index)];
    }
    offset += block.length;
  }
  return [];
}
