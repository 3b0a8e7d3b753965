import { bundleMDX } from 'mdx-bundler';
import remarkGfm from 'remark-gfm';
import type { Edition } from '../lib/edition';
import { markFurigana, stripFurigana, unmarkFurigana } from './furigana-marks';
import type { Annotate } from './furigana';
import type { Lesson } from './lesson';
import type { LessonFrontMatter, LessonSourceNote, Licences } from './library';
import { compilePractice } from './compile-practice.server';
import type { PracticeFiles } from './practice-file';
import { positionAt, type Problem } from './refusal';
import { checkSource } from './source-limits';
import { checkSubset, COMPONENT_NAMES, isSafeUrl, mendStrong, type MarkdownNode } from './subset';
import type { Inline, TreeElement, TreeNode, TreeProps } from './tree';

export type LessonInput = {
  slug: string;
  /** Absent for the original. */
  edition?: Edition;
  /** The text below the front matter, on its own lines. */
  body: string;
  meta: LessonFrontMatter;
  /** By `images/name.png`. */
  images: Record<string, Uint8Array>;
  /** Addresses by `media/name.mp4`. */
  media?: Record<string, string>;
  /** By the name of the picture's file. */
  licences?: Licences;
  /** The conversations to draw, each in one edition. */
  practices?: PracticeFiles[];
};
export type Compiled = { ok: true; body: string } | { ok: false; problems: Problem[] };

/** Checks a lesson against the subset and turns it into plain data. Nothing of it runs before the check has passed. */
export async function compileLesson(input: LessonInput, annotate: Annotate): Promise<Compiled> {
  const early = checkSource(input.body);
  if (early.length > 0) return { ok: false, problems: early };

  const facts = {
    sourceIds: new Set(input.meta.sources.map(({ id }) => id)),
    images: new Set(Object.keys(input.images)),
    media: new Set(Object.keys(input.media ?? {})),
    practices: new Set(input.practices?.map(({ name }) => name)),
  };
  const bundled = await bundle(markFurigana(input.body), (root) => {
    const problems = checkSubset(root, facts);
    return problems.length > 0 ? problems : mendStrong(root);
  });
  if (!bundled.ok) return bundled;

  const unread: string[] = [];
  const read = (text: string): Inline => {
    const { nodes, unread: found } = annotate(markFurigana(text));
    unread.push(...found);
    return nodes;
  };
  const { meta } = input;
  const lesson: Lesson = {
    id: meta.id,
    slug: input.slug,
    plainTitle: stripFurigana(meta.title),
    title: read(meta.title),
    goal: read(meta.goal),
    minutes: meta.minutes,
    contentNote: meta.contentNote && {
      about: read(meta.contentNote.about),
      skip: read(meta.contentNote.skip),
    },
    sources: meta.sources,
    body: new TreeWriter(input, read).write(evaluate(bundled.code)),
  };
  const text = [
    meta.title,
    meta.goal,
    meta.contentNote?.about ?? '',
    meta.contentNote?.skip ?? '',
  ].join('\n');
  const problems = [...new Set(unread)].map((word) => locateUnread(word, input, text));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, body: JSON.stringify(lesson) };
}

/** In the lesson, or in a conversation of it. */
function locateUnread(word: string, { body, practices = [] }: LessonInput, text: string): Problem {
  const practice =
    body.includes(word) || text.includes(word)
      ? undefined
      : practices.find(({ source }) => source.includes(word));
  return practice
    ? { ...unreadProblem(word, practice.source), file: practice.file }
    : unreadProblem(word, body, text);
}

export function unreadProblem(word: string, source: string, elsewhere = ''): Problem {
  const offset = source.indexOf(word);
  const at =
    offset >= 0
      ? positionAt(source, offset)
      : { line: elsewhere.includes(word) ? 2 : 1, column: 1 };
  return {
    ...at,
    reason: `「${word}」の読みが辞書にありません`,
    remedy: `{${word}|よみ} のようにふりがなを書くか、readings.yaml に加えてください`,
  };
}

const refuseEngine = {
  parse(): never {
    throw new Error('Only YAML front matter is read, and not by this parser.');
  },
};

class Refused extends Error {}

async function bundle(
  source: string,
  check: (root: MarkdownNode) => Problem[],
): Promise<{ ok: true; code: string } | { ok: false; problems: Problem[] }> {
  let problems: Problem[] | null = null;
  const filter = () => (root: unknown) => {
    problems = check(root as MarkdownNode);
    if (problems.length > 0) throw new Refused();
  };
  try {
    const { code } = await bundleMDX({
      source,
      grayMatterOptions: (options) => ({
        ...options,
        engines: {
          yaml: refuseEngine,
          js: refuseEngine,
          javascript: refuseEngine,
          json: refuseEngine,
          coffee: refuseEngine,
          toml: refuseEngine,
        },
      }),
      // mdx-bundler's own second plugin adds an export, which the filter would refuse: it stands alone behind front matter.
      mdxOptions: (options) => ({
        ...options,
        remarkPlugins: [
          options.remarkPlugins?.[0] ?? [],
          filter,
          [remarkGfm, { singleTilde: false }],
        ],
        rehypePlugins: [],
      }),
      esbuildOptions: (options) => ({ ...options, charset: 'utf8', logLevel: 'silent' }),
    });
    // A tree that no filter saw must not pass.
    if (problems === null) throw new Error('The subset filter did not run.');
    return { ok: true, code };
  } catch (error) {
    const found: Problem[] = problems ?? [];
    if (found.length > 0) return { ok: false, problems: found };
    const problem = syntaxProblem(error, source);
    if (problem) return { ok: false, problems: [problem] };
    throw error;
  }
}

/** What MDX's parser could not read, in words an author can use. */
function syntaxProblem(error: unknown, source: string): Problem | null {
  const first = (error as { errors?: { text?: string; detail?: { cause?: unknown } }[] })
    .errors?.[0];
  if (!first) return null;
  const cause = (first.detail?.cause ?? {}) as {
    reason?: string;
    ruleId?: string;
    line?: number;
    column?: number;
  };
  if (cause instanceof RangeError)
    return {
      line: 1,
      column: 1,
      reason: '入れ子が深すぎます',
      remedy: '入れ子を減らして、短く書き直してください',
    };
  // Without a reason of the parser's it is a bug of ours.
  if (!cause.reason) return null;
  const { reason } = cause;
  const position = /\((\d+):(\d+)-/.exec(reason);
  const at = {
    line: cause.line ?? (position ? Number(position[1]) : 1),
    column: cause.column ?? (position ? Number(position[2]) : 1),
  };
  const rule = cause.ruleId ?? '';
  // The parser meets the end of the file; the author has to find the brace that opened.
  const open = source.lastIndexOf('{');
  if (rule === 'unexpected-eof' && open > source.lastIndexOf('}'))
    Object.assign(at, positionAt(source, open));
  const lineText = source.split('\n')[at.line - 1] ?? '';
  if (/<!--|<!|<\?/.test(lineText))
    return { ...at, reason: 'HTML は使えません', remedy: '控え書きは {/* … */} の形で書きます' };
  if (rule === 'end-tag-mismatch')
    return {
      ...at,
      reason: 'タグの始めと終わりが合っていません',
      remedy: '<Scene> は </Scene> で閉じます。タグの行の前後に空行を置くと確かです',
    };
  if (rule === 'acorn' && /^\s*(import|export)\b/.test(lineText))
    return {
      ...at,
      reason: 'import と export は使えません',
      remedy:
        'この行を消してください。文章が import や export で始まるときは、前に言葉を足してください',
    };
  if (rule === 'acorn' || /expression/.test(reason))
    return {
      ...at,
      reason: '{ } の中が読めません',
      remedy: 'ふりがなは {漢字|かんじ}（読みはかなだけ）、控え書きは {/* … */} の形で書きます',
    };
  if (/tag|name|attribute/.test(reason))
    return {
      ...at,
      reason: 'タグとして読めません',
      remedy: '文字としての < は &lt; と書きます。タグは <Scene> … </Scene> の形です',
    };
  return { ...at, reason: '書き方が読めません', remedy: 'この行の記号（< { }）をお確かめください' };
}

type Element = { type: unknown; props: Record<string, unknown> };

const FRAGMENT = 'fragment';
const RUNTIME = {
  Fragment: FRAGMENT,
  jsx: (type: unknown, props: Record<string, unknown>): Element => ({ type, props }),
  jsxs: (type: unknown, props: Record<string, unknown>): Element => ({ type, props }),
};

/** Calls the compiled text once. Its elements are records of our own making, its components are only names. */
function evaluate(code: string): unknown {
  const components = Object.fromEntries(COMPONENT_NAMES.map((name) => [name, name]));
  const run = new Function('React', 'ReactDOM', '_jsx_runtime', code) as (
    ...globals: unknown[]
  ) => {
    default: (props: { components: Record<string, string> }) => unknown;
  };
  return run({}, {}, RUNTIME).default({ components });
}

const BLOCKS = new Set([
  'p',
  'h2',
  'h3',
  'ul',
  'ol',
  'blockquote',
  'hr',
  'table',
  'pre',
  'Scene',
  'Think',
  'Try',
  'TakeHome',
  'Note',
  'Care',
  'Talk',
  'Line',
  'Practice',
  'SelfCheck',
  'Video',
  'Audio',
]);
const INLINES = new Set(['strong', 'em', 'del', 'code', 'a', 'br', 'img', 'Cite', 'ruby']);
const PARTS = new Set(['li', 'thead', 'tbody', 'tr', 'th', 'td']);
const HOLDS_BLOCKS = new Set([
  'Scene',
  'Think',
  'Try',
  'TakeHome',
  'Note',
  'Care',
  'Line',
  'Video',
  'Audio',
  'blockquote',
]);
const HOLDS_PARTS = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tr', 'Talk']);

/** Walks the elements into the compact tree: known tags, known attributes, readings over kanji. */
class TreeWriter {
  private readonly pictures = new Map<string, TreeElement>();

  constructor(
    private readonly input: LessonInput,
    private readonly read: (text: string) => Inline,
  ) {}

  write(root: unknown): TreeNode[] {
    const nodes = this.children(root, '').filter(
      (node) => typeof node !== 'string' || node.trim() !== '',
    );
    return this.pictures.size === 0
      ? nodes
      : [...nodes, ['Pictures', 0, ...this.pictures.values()]];
  }

  private children(value: unknown, parent: string): TreeNode[] {
    if (value === null || value === undefined || typeof value === 'boolean') return [];
    if (Array.isArray(value)) return value.flatMap((child) => this.children(child, parent));
    if (typeof value === 'string') return this.text(value, parent);
    const { type, props } = value as Element;
    if (type === FRAGMENT) return this.children(props['children'], parent);
    return [this.element(String(type), props)];
  }

  private text(value: string, parent: string): TreeNode[] {
    if (parent === 'code' || parent === 'pre') return [unmarkFurigana(value)];
    if (HOLDS_PARTS.has(parent) && value.trim() === '') return [];
    return this.read(joinLines(value));
  }

  private element(tag: string, props: Record<string, unknown>): TreeElement {
    if (!BLOCKS.has(tag) && !INLINES.has(tag) && !PARTS.has(tag))
      throw new Error(`A tag passed the filter that no part draws: ${tag}`);
    if (tag === 'Practice') return this.practice(props['name']);
    const children = this.children(props['children'], tag);
    const kept = this.props(tag, props);
    const content = HOLDS_BLOCKS.has(tag) ? inParagraphs(children) : children;
    if (tag === 'Talk') numberSpeakers(content);
    return [tag, Object.keys(kept).length > 0 ? kept : 0, ...content];
  }

  private practice(name: unknown): TreeElement {
    const practice = this.input.practices?.find((p) => p.name === name);
    if (!practice) throw new Error('A conversation passed the filter that is not there.');
    return compilePractice(practice, this.input.edition, this.read);
  }

  private props(tag: string, props: Record<string, unknown>): TreeProps {
    const string = (name: string) =>
      typeof props[name] === 'string' ? unmarkFurigana(props[name]) : '';
    switch (tag) {
      case 'a': {
        if (!isSafeUrl(string('href')))
          throw new Error('An address passed the filter that is not safe.');
        return { href: string('href') };
      }
      case 'img':
        this.note(string('src'), this.read(string('alt')));
        return { src: this.imageData(string('src')), alt: stripFurigana(string('alt')) };
      case 'ol':
        return typeof props['start'] === 'number' ? { start: String(props['start']) } : {};
      case 'th':
      case 'td': {
        const align = (props['style'] as { textAlign?: unknown } | undefined)?.textAlign;
        return align === 'right' || align === 'center' ? { align } : {};
      }
      case 'Talk':
        return { title: this.read(string('title')) };
      case 'Line':
        return { who: this.read(string('who')) };
      case 'Video':
      case 'Audio':
        return {
          src: this.mediaAddress(string('src')),
          title: this.read(string('title')),
          licence: this.read(string('licence')),
          ...(tag === 'Video' ? { captions: this.mediaAddress(string('captions')) } : {}),
        };
      case 'SelfCheck':
        return { name: string('name') };
      case 'Cite': {
        const source = this.input.meta.sources.find(({ id }) => id === string('id'));
        if (!source) throw new Error('A source passed the filter that is not in the front matter.');
        return { id: source.id, label: citeLabel(source, this.input.edition) };
      }
      default:
        return {};
    }
  }

  /** By whom the picture is, to be said at the foot. */
  private note(src: string, alt: Inline) {
    const licence = this.input.licences?.[src.replace(/^images\//, '')];
    if (!licence) return;
    const { by, source } = licence;
    this.pictures.set(src, [
      'Picture',
      { by, licence: licence.licence, ...(source ? { source } : {}) },
      ...alt,
    ]);
  }

  private mediaAddress(name: string): string {
    const address = this.input.media?.[name];
    if (!address) throw new Error(`A file passed the filter that is not there: ${name}`);
    return address;
  }

  /** Within the lesson itself, so that a published version keeps its pictures whatever becomes of the files. */
  private imageData(name: string): string {
    const bytes = this.input.images[name];
    if (!bytes) throw new Error(`A picture passed the filter that is not there: ${name}`);
    const kind = name.endsWith('.png') ? 'png' : name.endsWith('.webp') ? 'webp' : 'jpeg';
    return `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`;
  }
}

function citeLabel({ id, document, year }: LessonSourceNote, edition?: Edition): string {
  return edition === 'en'
    ? `Source ${id}: ${document} (${year})`
    : `出典${id} ${document}（${year}年）`;
}

/** Japanese has no space between words: a line end in the source vanishes beside its signs. */
function joinLines(text: string): string {
  const wide =
    '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\uFF00-\\uFFEFー…—\\uE000\\uE002]';
  const lineEnd = '[ \\t]*\\n[ \\t]*';
  return text
    .replace(new RegExp(`(?<=${wide})${lineEnd}|${lineEnd}(?=${wide})`, 'gu'), '')
    .replace(new RegExp(lineEnd, 'g'), ' ');
}

function isBlock(node: TreeNode): boolean {
  return typeof node !== 'string' && BLOCKS.has(node[0]);
}

/** Text written on the line of its tag becomes a paragraph like any other. */
function inParagraphs(nodes: TreeNode[]): TreeNode[] {
  const blocks: TreeNode[] = [];
  let run: TreeNode[] = [];
  const close = () => {
    if (run.some((node) => typeof node !== 'string' || node.trim() !== '')) {
      const [first, last] = [run[0], run.at(-1)];
      if (typeof first === 'string') run[0] = first.trimStart();
      if (typeof last === 'string') run[run.length - 1] = String(run.at(-1)).trimEnd();
      blocks.push(['p', 0, ...run.filter((node) => node !== '')]);
    }
    run = [];
  };
  for (const node of nodes) {
    if (isBlock(node)) {
      close();
      blocks.push(node);
    } else run.push(node);
  }
  close();
  return blocks;
}

/** The first to speak is 1, the next 2: a conversation is laid out by it. */
function numberSpeakers(lines: TreeNode[]) {
  const speakers: string[] = [];
  for (const line of lines) {
    if (typeof line === 'string' || line[0] !== 'Line' || line[1] === 0) continue;
    const name = JSON.stringify(line[1]['who']);
    if (!speakers.includes(name)) speakers.push(name);
    line[1]['speaker'] = String(speakers.indexOf(name) + 1);
  }
}
