import { createHash } from 'node:crypto';
import { isMap, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './refusal';

export type Read<T> =
  { ok: true; value: T; at: (path: PropertyKey[]) => Place } | { ok: false; problems: Problem[] };
type Place = { line: number; column: number };

const DEPTH_LIMIT = 12;
const LINE_LIMIT_CHARS = 4000;

const YAML_REMEDY = 'YAML の書き方（字下げ、「: 」のあとの空白、引用符）をお確かめください';

/** Plain data of texts that were read without fault, by the hash of the text. */
export type YamlMemory = { find(hash: string): unknown; keep(hash: string, data: unknown): void };
let memory: YamlMemory | null = null;

/** For who reads the same many texts again and again: parsing them is most of the work. */
export function rememberYaml(kept: YamlMemory | null): void {
  memory = kept;
}

/** Reads YAML as plain data of a known shape. No tags, no anchors, no unknown keys. `firstLine` is where the text begins in its file. */
export function readYaml<T>(source: string, schema: z.ZodType<T>, firstLine = 1): Read<T> {
  if (!memory) return parseYaml(source, schema, firstLine);
  const hash = createHash('sha256').update(source).digest('hex');
  const known = memory.find(hash);
  const parsed = known === undefined ? null : schema.safeParse(known);
  if (!parsed?.success)
    return parseYaml(source, schema, firstLine, (data) => memory?.keep(hash, data));
  return {
    ok: true,
    value: parsed.data,
    at(path) {
      const read = parseYaml(source, schema, firstLine);
      return read.ok ? read.at(path) : { line: firstLine, column: 1 };
    },
  };
}

function parseYaml<T>(
  source: string,
  schema: z.ZodType<T>,
  firstLine: number,
  keep: (data: unknown) => void = () => {},
): Read<T> {
  const long = source.split('\n').findIndex((line) => line.length > LINE_LIMIT_CHARS);
  if (long >= 0) {
    return refuse({
      line: firstLine + long,
      column: 1,
      reason: '一行が長すぎます',
      remedy: '行を分けてください',
    });
  }
  const lines = new LineCounter();
  let doc: Document.Parsed;
  try {
    doc = parseDocument(source, {
      lineCounter: lines,
      strict: true,
      uniqueKeys: true,
      prettyErrors: false,
      merge: false,
    });
  } catch {
    return refuse({
      line: firstLine,
      column: 1,
      reason: 'YAML として読めません',
      remedy: YAML_REMEDY,
    });
  }
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  };

  const problems: Problem[] = [...doc.errors, ...doc.warnings].map((error) => ({
    ...place(error.pos[0]),
    reason: `YAML として読めません（${YAML_ERRORS[error.code] ?? error.code}）`,
    remedy: YAML_REMEDY,
  }));
  if (problems.length > 0) return { ok: false, problems };

  try {
    visit(doc, {
      Alias: (_, node) =>
        void problems.push({
          ...place(node.range?.[0] ?? 0),
          reason: 'YAML の参照（*名前）は使えません',
          remedy: '同じ内容でも、そのまま書いてください',
        }),
      Node: (_, node, path) => {
        const at = place(node.range?.[0] ?? 0);
        if (
          !('source' in node && node.constructor.name === 'Alias') &&
          'anchor' in node &&
          node.anchor
        ) {
          problems.push({
            ...at,
            reason: 'YAML の目印（&名前）は使えません',
            remedy: '& の部分を消してください',
          });
        }
        if (node.tag && node.tag.startsWith('!'))
          problems.push({
            ...at,
            reason: `YAML の型指定（${node.tag}）は使えません`,
            remedy: '型指定を消してください',
          });
        if (path.length > DEPTH_LIMIT * 2) {
          problems.push({
            ...at,
            reason: '入れ子が深すぎます',
            remedy: '入れ子を減らしてください',
          });
          return visit.BREAK;
        }
      },
      Pair: (_, pair) => {
        const key = pair.key;
        if (isScalar(key) && (key.value === '__proto__' || key.value === '<<')) {
          problems.push({
            ...place(key.range?.[0] ?? 0),
            reason: `「${String(key.value)}」という項目は使えません`,
            remedy: 'この項目を消してください',
          });
        }
      },
    });
    if (problems.length > 0) return { ok: false, problems };

    const at = (path: PropertyKey[]) => locate(doc, path, place, firstLine);
    const data: unknown = doc.toJS({ maxAliasCount: 0 });
    const parsed = schema.safeParse(data, { reportInput: true });
    if (parsed.success) {
      keep(data);
      return { ok: true, value: parsed.data, at };
    }
    return {
      ok: false,
      problems: parsed.error.issues.flatMap((issue) =>
        explain(issue).map((words) => ({
          ...at(words.path),
          reason: words.reason,
          remedy: words.remedy,
        })),
      ),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse({
      line: firstLine,
      column: 1,
      reason: '入れ子が深すぎます',
      remedy: '入れ子を減らしてください',
    });
  }
}

function refuse(problem: Problem): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [problem] };
}

const YAML_ERRORS: Record<string, string> = {
  DUPLICATE_KEY: '同じ項目が二度あります',
  BAD_INDENT: '字下げがそろっていません',
  TAB_AS_INDENT: '字下げにタブが使われています',
  TAG_RESOLVE_FAILED: '型指定は使えません',
  MISSING_CHAR: '必要な記号が足りません',
  MULTILINE_IMPLICIT_KEY: '項目名のあとの「: 」が見つかりません',
  MULTIPLE_DOCS: '--- で区切った二つめの文書があります',
  UNEXPECTED_TOKEN: 'ここに書けない記号です',
  BAD_SCALAR_START: 'この記号から始まる文字列は引用符で囲みます',
  BLOCK_AS_IMPLICIT_KEY: '「: 」を含む文字列は引用符で囲みます',
};

/** The place of a value, or of the nearest thing around it that exists. */
function locate(
  doc: Document.Parsed,
  path: PropertyKey[],
  place: (offset: number) => Place,
  firstLine: number,
): Place {
  for (let length = path.length; length >= 0; length--) {
    const parent: unknown =
      length === 0 ? doc.contents : doc.getIn(path.slice(0, length - 1), true);
    if (length > 0 && isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path[length - 1]);
      if (pair && isScalar(pair.key) && pair.key.range) return place(pair.key.range[0]);
    }
    const node: unknown = length === 0 ? doc.contents : doc.getIn(path.slice(0, length), true);
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range))
      return place(Number(node.range[0]));
  }
  return { line: firstLine, column: 1 };
}

type Issue = z.core.$ZodIssue;
type Words = { path: PropertyKey[]; reason: string; remedy: string };

function explain(issue: Issue): Words[] {
  const name = String(issue.path.at(-1) ?? '全体');
  const path = [...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        reason: `「${key}」という項目はありません`,
        remedy: 'つづりを確かめるか、この項目を消してください',
      }));
    case 'invalid_type':
      if (issue.input === undefined)
        return [
          { path, reason: `「${name}」がありません`, remedy: `${name}: … を書き足してください` },
        ];
      return [
        {
          path,
          reason: `「${name}」の形が違います`,
          remedy: `${TYPE_NAMES[issue.expected] ?? issue.expected}にしてください`,
        },
      ];
    case 'too_small':
      return [
        {
          path,
          reason: `「${name}」が足りません`,
          remedy: `${String(issue.minimum)} 以上にしてください`,
        },
      ];
    case 'too_big':
      return [
        {
          path,
          reason: `「${name}」が多すぎます`,
          remedy: `${String(issue.maximum)} 以下にしてください`,
        },
      ];
    case 'invalid_value':
      return [
        {
          path,
          reason: `「${name}」に使えない値です`,
          remedy: `${issue.values.map(String).join('、')} のどれかにしてください`,
        },
      ];
    case 'invalid_union':
      return [
        { path, reason: `「${name}」の形が違います`, remedy: '書き方の例に合わせてください' },
      ];
    case 'custom':
      return [
        {
          path,
          reason: issue.message,
          remedy: String(issue.params?.['remedy'] ?? '値を直してください'),
        },
      ];
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'not_multiple_of':
      return [{ path, reason: `「${name}」：${issue.message}`, remedy: '値を直してください' }];
  }
}

const TYPE_NAMES: Record<string, string> = {
  string: '文字（引用符で囲む）',
  number: '数',
  int: '整数',
  boolean: 'true か false',
  array: '「- 」で並べたもの',
  object: '「項目: 値」を並べたもの',
  record: '「項目: 値」を並べたもの',
};

export type FrontMatter = { yaml: string; firstLine: number; body: string };

/**
 * Splits front matter from text. Only a bare `---` opens and closes it: `---js` and its like are programs to some readers.
 * The body keeps the lines of the front matter as empty lines, so every position is the file's.
 */
export function splitFrontMatter(
  source: string,
): { ok: true; value: FrontMatter } | { ok: false; problem: Problem } {
  const lines = source.split('\n');
  const first = lines[0] ?? '';
  if (!/^---[ \t]*$/.test(first)) {
    const isOther = /^\s*(---|;;;|\+\+\+|===)/.test(first);
    const reason = isOther
      ? '先頭の --- に続けて文字は書けません（YAML だけが使えます）'
      : '先頭に front matter がありません';
    return {
      ok: false,
      problem: {
        line: 1,
        column: 1,
        reason,
        remedy: '一行目を --- だけにし、id・title・minutes・goal を書いて --- で閉じてください',
      },
    };
  }
  const close = lines.findIndex((line, i) => i > 0 && /^---[ \t]*$/.test(line));
  if (close < 0) {
    return {
      ok: false,
      problem: {
        line: 1,
        column: 1,
        reason: 'front matter が閉じていません',
        remedy: '項目の終わりに --- だけの行を置いてください',
      },
    };
  }
  return {
    ok: true,
    value: {
      yaml: lines.slice(1, close).join('\n'),
      firstLine: 2,
      body: lines.map((line, i) => (i <= close ? '' : line)).join('\n'),
    },
  };
}

/** Line ends and a byte-order mark as every machine writes them differently. */
export function normaliseSource(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}
